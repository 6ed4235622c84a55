import { fork } from "node:child_process";
import { getEventListeners, once } from "node:events";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { seededRandom } from "@segment-iam/test-utils/random";
import { soakCalls } from "./create-soak-calls.ts";
import { check, type Observations } from "./check-soak.ts";
import type { HeapSample } from "./heap-slope.ts";
import type { Question, ServerReport } from "./server.ts";

/**
 * Makes many calls through client, retry and rate limits to a server that spoils a fifth of the requests. Looks for leaks of
 * memory, listeners, connections and timers, for unhandled rejections, and for writes that were lost or carried out twice.
 * Exits with 1 when it finds any.
 *
 * `--calls N` and `--at-once N` set the number of calls, `--seed N` the faults. Ctrl-C waits for the calls in flight and prints
 * the results so far. A second Ctrl-C exits at once.
 */
const { values } = parseArgs({
  options: {
    calls: { type: "string", default: "1000000" },
    "at-once": { type: "string", default: "64" },
    seed: { type: "string", default: "1" },
  },
});
const total = whole("calls", 1_000);
const atOnce = whole("at-once", 1);
const seed = whole("seed", 0);
const INTERVALS = 40;
/** Longer than any call takes. */
const HANG_MS = 60_000;
/** The time that connections have to close after their server has exited. */
const CLOSING_MS = 5_000;

const { gc } = globalThis;
if (!gc) throw new Error("Start Node with --expose-gc");
const unhandled: unknown[] = [];
process.on("unhandledRejection", (reason) => unhandled.push(reason));
const warnings: string[] = [];
process.on("warning", ({ name, message }) => warnings.push(`${name}: ${message.slice(0, 200)}`));

const words = [String(total), String(seed)];
const server = fork(join(import.meta.dirname, "server.ts"), words, { serialization: "advanced" });
const [url] = await once(server, "message");
const { signal } = new AbortController();
const { call, confirmed } = soakCalls({ url, total, signal, random: seededRandom(seed + 1) });

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
  await collect();
  const bytes = process.memoryUsage().heapUsed;
  samples.push({ calls: settled, bytes });
  listeners.push(getEventListeners(signal, "abort").length);
  sockets.push(await ask("connections"));
  const rest = `heap ${(bytes / 1e6).toFixed(2)} MB, listeners ${listeners.at(-1)}, connections ${sockets.at(-1)}`;
  console.log(`${progress()}, ${rest}`);
}
const report: ServerReport = await ask(confirmed);
server.kill();
await once(server, "exit");
conclude(report, await openResources());
if (stop.signal.aborted) process.exitCode = 130;

/** Asks the server. The caller declares the type of its answer. */
async function ask<Answer>(question: Question): Promise<Answer> {
  server.send(question);
  const [answer] = await once(server, "message");
  return answer;
}

/** Makes calls, `atOnce` at a time, up to number `end`. Waits for the last one. */
async function runUntil(end: number): Promise<void> {
  let seen = -1;
  const watch = setInterval(() => {
    if (seen === settled) {
      console.error(`No call settled for ${HANG_MS / 1_000} s, with ${next - settled} in flight: one hangs`);
      process.exit(1);
    }
    seen = settled;
  }, HANG_MS);
  const showing = process.stderr.isTTY ? setInterval(() => process.stderr.write(`\r${progress()} `), 1_000) : undefined;
  const work = async (): Promise<void> => {
    while (next < end && !stop.signal.aborted) {
      const outcome = await call(next++);
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      settled += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  clearInterval(watch);
  clearInterval(showing);
  if (showing) process.stderr.write("\r");
}

function progress(): string {
  const rate = Math.round(settled / ((performance.now() - startMs) / 1_000));
  return `${settled} of ${total} calls, ${rate} a second`;
}

/** Collects garbage, after a pause in which reset connections are released. */
async function collect(): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    await gc?.({ execution: "async" });
  }
}

/** Returns what keeps this process alive, after connections had time to close. */
async function openResources(): Promise<readonly string[]> {
  const endMs = performance.now() + CLOSING_MS;
  for (;;) {
    const resources = process.getActiveResourcesInfo();
    const isOpen = resources.some((resource) => resource.startsWith("TCP"));
    if (!isOpen || performance.now() >= endMs) return resources;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function conclude({ requests, faults, writesByTimes, neverArrived }: ServerReport, openAtEnd: readonly string[]): void {
  const seen: Observations = {
    settled,
    atOnce,
    samples,
    listeners,
    sockets,
    outcomes,
    openAtEnd,
    unhandled: unhandled.length,
    warnings: warnings.length,
    writtenTwice: writesByTimes.slice(2).reduce((sum, count) => sum + count, 0),
    neverWritten: neverArrived,
  };
  const spoilt = Object.values(faults).reduce((sum, count) => sum + count, 0);
  console.log(`\nThe server got ${requests} requests and spoilt ${((100 * spoilt) / requests).toFixed(1)}%`, faults);
  console.log(`What became of ${settled} calls`, outcomes);
  if (samples.length < 4) return console.log("Too few samples for a slope");
  const checks = check(seen);
  console.table(checks);
  for (const trace of [...unhandled.slice(0, 3), ...warnings.slice(0, 3)]) console.error(trace);
  const isFlat = checks[0]?.holds;
  console.log(
    `The heap is ${isFlat ? "" : "not "}flat.${stop.signal.aborted ? " The run was stopped before its end." : ""}`,
  );
  if (checks.some(({ holds }) => !holds)) process.exitCode = 1;
}

function whole(name: keyof typeof values, least: number): number {
  const value = Number(values[name]);
  if (Number.isSafeInteger(value) && value >= least) return value;
  throw new RangeError(`--${name} takes a whole number from ${least}`);
}
