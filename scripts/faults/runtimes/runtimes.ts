import { chromium } from "playwright-core";
import { chromiumArguments, findChromium } from "../../src/system/chromium.ts";
import { installNode, installRuntime, installWorkerd } from "./install-runtime.ts";
import type { ProbeEnd, RunningProbe, Runtime, RuntimeName } from "./runtime.ts";
import { startProgram } from "./start-program.ts";
import { createWorkerdConfig } from "./workerd.ts";

const { platform, arch } = process;
const arm64 = (name: string, fallback: string): string => (arch === "arm64" ? name : fallback);

/** All runtimes. Each program comes from its npm package for this platform, except Node 24, which runs the tests. */
export const runtimes: readonly Runtime[] = [
  node("node20", "20.20.2"),
  node("node22", "22.23.3"),
  program("node24", "v24.", () => process.execPath, ["main.mjs"]),
  node("node26", "26.10.0"),
  program(
    "bun",
    "Bun/1.4.5",
    () => installRuntime(`@oven/bun-${platform}-${arm64("aarch64", arch)}`, "1.4.5", "bin/bun"),
    ["run", "main.mjs"],
  ),
  program(
    "deno",
    "Deno/2.9.6",
    () => installRuntime(`@deno/${platform}-${arch}${platform === "linux" ? "-glibc" : ""}`, "2.9.6", "deno"),
    ["run", "--no-prompt", "--allow-net=127.0.0.1", "main.mjs"],
  ),
  program(
    "workerd",
    "Cloudflare-Workers",
    installWorkerd,
    ["test", "config.capnp"],
    // workerd runs the exported `test` and exits after it.
    (controlUrl) => `export default { test: () => runPlan("${controlUrl}") };`,
  ),
  { name: "chromium", agent: "Chrome/", start: (_, controlUrl) => startPage(controlUrl) },
];

function node(name: RuntimeName, version: string): Runtime {
  return program(name, `v${version}`, () => installNode(version), ["main.mjs"]);
}

function program(
  name: RuntimeName,
  agent: string,
  find: () => string | Promise<string>,
  args: readonly string[],
  main = (controlUrl: string) => `await runPlan("${controlUrl}");`,
): Runtime {
  return {
    name,
    agent,
    start: async (probe, controlUrl) =>
      startProgram(await find(), args, {
        "probe.mjs": probe,
        "main.mjs": `import { runPlan } from "./probe.mjs";\n${main(controlUrl)}\n`,
        "config.capnp": createWorkerdConfig(),
      }),
  };
}

/** Opens a page in Chromium. `finish` closes it, because a page does not exit. */
async function startPage(url: string): Promise<RunningProbe> {
  const executablePath = findChromium();
  const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: [...chromiumArguments] });
  const { promise: ended, resolve } = Promise.withResolvers<ProbeEnd>();
  const page = await browser.newPage();
  page.on("pageerror", (error) => resolve({ end: String(error), output: "" }));
  page.on("crash", () => resolve({ end: "crashed", output: "" }));
  await page.goto(url);
  const close = async (): Promise<ProbeEnd> => {
    await browser.close();
    resolve({ end: "exit 0", output: "" });
    return ended;
  };
  return { ended, finish: close, kill: close };
}
