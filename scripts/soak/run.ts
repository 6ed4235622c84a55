import { fork } from "node:child_process";
import { getEventListeners, once } from "node:events";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { seededRandom } from "@segment-iam/test-utils/random";
import { createSoakCalls } from "./create-soak-calls.ts";
import { checkSoak, type Observations } from "./check-soak.ts";
import type { HeapSample } from "./heap-slope.ts";
import type { ServerRequest, ServerReport } from "./server.ts";

/**
 * Makes a million calls with retries and rate limits to a server that fails 20% of the requests.
 *
 * Checks for leaked memory, listeners, connections and timers, for unhandled rejections, and for lost or duplicated writes.
 * Exits with 1 when a check fails.
 *
 * Options: `--calls N`, `--concurrency N`, and `--seed N` for the faults. Ctrl-C waits for the calls in flight and prints the
 * results so far. A second Ctrl-C exits immediately.
 */
const { values } = parseArgs({
  options: {
    calls: { type: "string", default: "1000000" },
    concurrency: { type: "string", default: "64" },
    seed: { type: "string", default: "1" },
  },
});
const total = readInteger("calls", 1_000);
const concurrency = readInteger("concurrency", 1);
const seed = readInteger("seed", 0);
const INTERVALS = 40;
/** Exceeds the duration of any call. */
const HANG_LIMIT_MS = 60_000;
/** The time limit for connections to close after their server has exited. */
const CLOSE_LIMIT_MS = 5_000;

const { gc } = globalThis;
if (!gc) throw new Error("The soak test needs `node --expose-gc`");
const unhandled: unknown[] = [];
process.on("unhandledRejection", (reason) => unhandled.push(reason));
const warnings: string[] = [];
process.on("warning", ({ name, message }) => warnings.push(`${name}: ${message.slice(0, 200)}`));

const serverArguments = [String(total), String(seed)];
const server = fork(join(import.meta.dirname, "server.ts"), serverArguments, { serialization: "advanced" });
const [url] = await once(server, "message");
const { signal } = new AbortController();
const { call, confirmed } = createSoakCalls({ url, total, signal, random: seededRandom(seed + 1) });

const outcomes: Record<string, number> = {};
const samples: HeapSample[] = [];
const listeners: number[] = [];
const sockets: number[] = [];
const startMs = performance.now();
let next = 0;
let settled = 0;
const stop = new AbortController();
process.on("SIGINT", () => {
  if (stop.signal.aborted) process.exit(130);
  stop.abort();
  console.log(`\nStopping; ${next - settled} calls are in flight`);
});

for (let interval = 1; interval <= INTERVALS && !stop.signal.aborted; interval += 1) {
  await runUntil(Math.round((total * interval) / INTERVALS));
  await collectGarbage();
  const bytes = process.memoryUsage().heapUsed;
  samples.push({ calls: settled, bytes });
  listeners.push(getEventListeners(signal, "abort").length);
  sockets.push(await requestReport("connections"));
  const rest = `heap ${(bytes / 1e6).toFixed(2)} MB, listeners ${listeners.at(-1)}, connections ${sockets.at(-1)}`;
  console.log(`${progress()}, ${rest}`);
}
const report: ServerReport = await requestReport(confirmed);
server.kill();
await once(server, "exit");
printResults(report, await readOpenResources());
if (stop.signal.aborted) process.exitCode = 130;

/** Sends a request to the server process. The caller declares the type of the reply. */
async function requestReport<Reply>(request: ServerRequest): Promise<Reply> {
  server.send(request);
  const [reply] = await once(server, "message");
  return reply;
}

/** Makes calls up to number `end`, with `concurrency` calls in flight. Resolves when all have settled. */
async function runUntil(end: number): Promise<void> {
  let settledBefore = -1;
  const watchdog = setInterval(() => {
    if (settledBefore === settled) {
      console.error(`No call settled for ${HANG_LIMIT_MS / 1_000} s, with ${next - settled} in flight`);
      process.exit(1);
    }
    settledBefore = settled;
  }, HANG_LIMIT_MS);
  const progressTimer = process.stderr.isTTY
    ? setInterval(() => process.stderr.write(`\r${progress()} `), 1_000)
    : undefined;
  const work = async (): Promise<void> => {
    while (next < end && !stop.signal.aborted) {
      const outcome = await call(next++);
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      settled += 1;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  clearInterval(watchdog);
  clearInterval(progressTimer);
  if (progressTimer) process.stderr.write("\r");
}

function progress(): string {
  const rate = Math.round(settled / ((performance.now() - startMs) / 1_000));
  return `${settled} of ${total} calls, ${rate} calls/s`;
}

/** Collects garbage after a pause that releases reset connections. */
async function collectGarbage(): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    await gc?.({ execution: "async" });
  }
}

/** Returns the types of the resources that keep this process alive, after connections had time to close. */
async function readOpenResources(): Promise<readonly string[]> {
  const endMs = performance.now() + CLOSE_LIMIT_MS;
  for (;;) {
    const resources = process.getActiveResourcesInfo();
    const isOpen = resources.some((resource) => resource.startsWith("TCP"));
    if (!isOpen || performance.now() >= endMs) return resources;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function printResults(
  { requests, faults, writesByArrivals, lostWrites }: ServerReport,
  resourcesAtEnd: readonly string[],
): void {
  const observed: Observations = {
    settled,
    concurrency,
    samples,
    listeners,
    sockets,
    outcomes,
    resourcesAtEnd,
    unhandled: unhandled.length,
    warnings: warnings.length,
    duplicatedWrites: writesByArrivals.slice(2).reduce((sum, count) => sum + count, 0),
    lostWrites: lostWrites,
  };
  const faultyRequests = Object.values(faults).reduce((sum, count) => sum + count, 0);
  console.log(
    `\nServer: ${requests} requests, ${((100 * faultyRequests) / requests).toFixed(1)}% of them with a fault`,
    faults,
  );
  console.log(`Client: ${settled} calls by outcome`, outcomes);
  if (samples.length < 4) return console.log("Too few samples to check the heap");
  const checks = checkSoak(observed);
  console.table(checks);
  for (const trace of [...unhandled.slice(0, 3), ...warnings.slice(0, 3)]) console.error(trace);
  const isFlat = checks[0]?.passed;
  console.log(
    `The heap ${isFlat ? "does not grow" : "grows"}.${stop.signal.aborted ? " The run was stopped early." : ""}`,
  );
  if (checks.some(({ passed }) => !passed)) process.exitCode = 1;
}

function readInteger(name: keyof typeof values, minimum: number): number {
  const value = Number(values[name]);
  if (Number.isSafeInteger(value) && value >= minimum) return value;
  throw new RangeError(`--${name} must be an integer of at least ${minimum}, got "${values[name]}"`);
}
