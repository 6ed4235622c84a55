import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { startConsole } from "../../../packages/console/src/server/start-console.ts";
import { chromiumArguments, findChromium } from "../../src/system/chromium.ts";
import { readNames, readPositiveInteger } from "../read-options.ts";
import { printTargets, type TargetResult } from "../tables.ts";
import { measureFirstLoad } from "./measure-first-load.ts";
import { measureLongList } from "./measure-long-list.ts";

/**
 * Measures the built console in Chromium: its first load, and a list of 100,000 users. Prints the figures and the target results.
 * Exits with 1 when a target is missed.
 *
 * Options: `--parts load,list`, `--rounds N` sets the number of first loads.
 */
const PARTS = ["load", "list"];
const { values } = parseArgs({
  options: { parts: { type: "string", default: PARTS.join() }, rounds: { type: "string", default: "5" } },
});
const parts = readNames("--parts", values.parts, PARTS);
const rounds = readPositiveInteger("--rounds", values.rounds);

const executablePath = findChromium();
if (!executablePath) throw new Error("Chromium was not found. Set CHROMIUM_PATH to its path.");
const browser = await chromium.launch({ executablePath, args: [...chromiumArguments] });
const targetResults: TargetResult[] = [];
try {
  if (parts.includes("load")) {
    await using server = await startServer(1_000);
    targetResults.push(...(await measureFirstLoad(browser, server.url, rounds)));
  }
  if (parts.includes("list")) {
    await using server = await startServer(100_000);
    targetResults.push(...(await measureLongList(browser, server.url)));
  }
} finally {
  await browser.close();
}

printTargets(targetResults);

/** Starts the built console with a mock workspace without rate limits. */
async function startServer(users: number): Promise<AsyncDisposable & { readonly url: string }> {
  const { url, close } = await startConsole({ port: 0, mock: { users, limits: false } });
  return { url, [Symbol.asyncDispose]: close };
}
