import { CANARY, type Cell, type Observation, type Plan, type Report } from "../plan.ts";
import { runCell } from "./run-cell.ts";
import { StallTimeouts } from "./stall-timeouts.ts";

/** Globals that some runtimes lack. */
interface RuntimeGlobals {
  readonly navigator?: { readonly userAgent: string };
  readonly process?: { readonly version: string; on(event: string, listener: (reason: unknown) => void): unknown };
  addEventListener?(type: string, listener: (event: { preventDefault(): void; reason: unknown }) => void): void;
}

/** Fetches the plan, makes its calls and sends the report. Needs a runtime with `fetch`. */
export async function runPlan(controlUrl: string): Promise<void> {
  const { navigator, process, addEventListener }: RuntimeGlobals = globalThis;
  const unhandled = new Set<string>();
  // A runtime may report a rejection in both ways.
  addEventListener?.("unhandledrejection", (event) => {
    event.preventDefault();
    unhandled.add(String(event.reason));
  });
  process?.on("unhandledRejection", (reason) => unhandled.add(String(reason)));
  void Promise.reject(new Error(CANARY));

  const plan = (await (await fetch(`${controlUrl}/plan`)).json()) as Plan;
  const timeouts = await StallTimeouts.start(`${controlUrl}/stalls`);
  const observations = await runCells(plan, timeouts);
  await timeouts.stop();
  // A rejection counts as unhandled once the microtask queue is empty.
  await new Promise((resolve) => setTimeout(resolve, 0));
  const agent = navigator?.userAgent;
  const report: Report = {
    // The user agent of Node contains only the major version. Node 20 has no user agent.
    agent: agent === undefined || agent.startsWith("Node") ? `${process?.version}` : agent,
    observations,
    unhandledRejections: [...unhandled],
  };
  await (await fetch(`${controlUrl}/report`, { method: "POST", body: JSON.stringify(report) })).text();
}

async function runCells(
  { origins, unusedOrigins, concurrency, cells, token }: Plan,
  timeouts: StallTimeouts,
): Promise<Observation[]> {
  const queue = cells.filter(({ onKeepAliveConnection }) => !onKeepAliveConnection);
  const keepAliveCells = cells.filter(({ onKeepAliveConnection }) => onKeepAliveConnection);
  const run = (cell: Cell, origin: string): Promise<Observation> =>
    runCell(cell, origin, token, timeouts.timeoutFor(cell));
  const observations = await Promise.all(keepAliveCells.map((cell, index) => run(cell, unusedOrigins[index] ?? "")));
  async function work(origin: string): Promise<void> {
    for (let cell = queue.shift(); cell; cell = queue.shift()) observations.push(await run(cell, origin));
  }
  await Promise.all(origins.flatMap((origin) => Array.from({ length: concurrency }, () => work(origin))));
  return observations;
}
