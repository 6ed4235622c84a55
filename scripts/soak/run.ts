import { fork } from "node:child_process";
import { getEventListeners, once } from "node:events";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { ServerReport } from "./fault-server.ts";
import { randomFrom } from "./faults.ts";
import { bytesPerThousandCalls, type Sample } from "./slope.ts";
import { soakCalls } from "./soak-calls.ts";

/**
 * Makes many calls through client, retry and pacing against a server that spoils a fifth of them, and watches what stays behind:
 * memory, listeners, rejections nobody handles, writes carried out twice. Exits with 1 when anything does.
 *
 * `--calls N` and `--at-once N` set how many, `--seed N` which faults.
 */
const { values } = parseArgs({
  options: {
    calls: { type: "string", default: "1000000" },
    "at-once": { type: "string", default: "64" },
    seed: { type: "string", default: "1" },
  },
});
const total = Number(values.calls);
const atOnce = Number(values["at-once"]);
const seed = Number(values.seed);
const INTERVALS = 20;
/** A leak of one small object in a hundred calls is more. What settles late in a short run is not a leak. */
const MOST_BYTES_PER_THOUSAND = 1_000 * Math.max(1, 1_000_000 / total);
/** No call takes that long, whatever it meets with. */
const HANG_MS = 60_000;

const { gc } = globalThis;
if (!gc) throw new Error("Start Node with --expose-gc");
const unhandled: unknown[] = [];
process.on("unhandledRejection", (reason) => unhandled.push(reason));
const warnings: string[] = [];
process.on("warning", ({ name, message }) => warnings.push(`${name}: ${message.slice(0, 200)}`));

const server = fork(join(import.meta.dirname, "fault-server.ts"), [String(total), String(seed)]);
const [url] = await once(server, "message");
const { signal } = new AbortController();
const { call, confirmed } = soakCalls({ url, signal, random: randomFrom(seed + 1) });

const outcomes: Record<string, number> = {};
const samples: Sample[] = [];
const listeners: number[] = [];
const startMs = performance.now();
let next = 0;
let settled = 0;
for (let interval = 1; interval <= INTERVALS; interval += 1) {
  await runUntil(Math.round((total * interval) / INTERVALS));
  await collect();
  const bytes = process.memoryUsage().heapUsed;
  samples.push({ calls: settled, bytes });
  listeners.push(getEventListeners(signal, "abort").length);
  const rate = Math.round(settled / ((performance.now() - startMs) / 1_000));
  console.log(`${settled} calls, ${rate} a second, heap ${(bytes / 1e6).toFixed(2)} MB, listeners ${listeners.at(-1)}`);
}
server.send(confirmed);
const [report]: ServerReport[] = await once(server, "message");
server.kill();
conclude(report);

/** Keeps so many calls under way until that many have been made, and waits for the last. */
async function runUntil(end: number): Promise<void> {
  let seen = -1;
  const watch = setInterval(() => {
    if (seen === settled) {
      console.error(`No call settled for ${HANG_MS / 1_000} s, with ${next - settled} under way: one hangs`);
      process.exit(1);
    }
    seen = settled;
  }, HANG_MS);
  const work = async () => {
    while (next < end) {
      const outcome = await call(next++);
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      settled += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  clearInterval(watch);
}

/** Lets connections that were reset go, and what they held. */
async function collect(): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    await gc?.({ execution: "async" });
  }
}

function conclude(report: ServerReport | undefined): void {
  if (!report) throw new Error("The server did not report");
  const slope = bytesPerThousandCalls(samples.slice(samples.length / 2));
  const twice = report.writesByTimes.slice(2).reduce((sum, count) => sum + count, 0);
  const strange = Object.keys(outcomes).filter((outcome) => outcome.startsWith("not an IamError"));
  console.log("\nWhat the server did", { requests: report.requests, ...report.faults });
  console.log("What became of the calls", outcomes);
  const checks = [
    check(
      "heap slope, bytes for 1,000 calls",
      Math.round(slope),
      `<= ${MOST_BYTES_PER_THOUSAND}`,
      slope <= MOST_BYTES_PER_THOUSAND,
    ),
    check("unhandled rejections", unhandled.length, "0", unhandled.length === 0),
    check("warnings of Node", warnings.length, "0", warnings.length === 0),
    check("listeners on the signal", [...new Set(listeners)].join(", "), "constant", new Set(listeners).size === 1),
    check("outcomes", settled, String(total), settled === total),
    check("outcomes that are no error of ours", strange.length, "0", strange.length === 0),
    check("writes carried out twice", twice, "0", twice === 0),
    check("writes confirmed and never carried out", report.neverArrived.length, "0", report.neverArrived.length === 0),
  ];
  console.table(checks);
  for (const trace of [...unhandled.slice(0, 3), ...warnings.slice(0, 3)]) console.error(trace);
  if (checks.some(({ holds }) => !holds)) process.exitCode = 1;
}

function check(figure: string, measured: number | string, target: string, holds: boolean) {
  return { figure, measured, target, holds };
}
