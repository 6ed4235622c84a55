import { CANARY, type Cell, type Observation, type Plan, type Report } from "../plan.ts";
import { runCell } from "./run-cell.ts";
import { TimeLimits } from "./stall-timeouts.ts";

/** Globals that not every runtime has. */
interface Surroundings {
  readonly navigator?: { readonly userAgent: string };
  readonly process?: { readonly version: string; on(event: string, listener: (reason: unknown) => void): unknown };
  addEventListener?(type: string, listener: (event: { preventDefault(): void; reason: unknown }) => void): void;
}

/** Fetches the plan, makes its calls and sends the report. Needs a runtime with `fetch`. */
export async function runPlan(home: string): Promise<void> {
  const { navigator, process, addEventListener }: Surroundings = globalThis;
  const unhandled = new Set<string>();
  // A runtime may report a rejection in both ways.
  addEventListener?.("unhandledrejection", (event) => {
    event.preventDefault();
    unhandled.add(String(event.reason));
  });
  process?.on("unhandledRejection", (reason) => unhandled.add(String(reason)));
  void Promise.reject(new Error(CANARY));

  const plan = (await (await fetch(`${home}/plan`)).json()) as Plan;
  const limits = await TimeLimits.start(`${home}/stalls`);
  const observations = await runCells(plan, limits);
  await limits.stop();
  // A rejection counts as unhandled once the microtask queue is empty.
  await new Promise((resolve) => setTimeout(resolve, 0));
  const agent = navigator?.userAgent;
  const report: Report = {
    // The user agent of Node has only the major version, and Node 20 has none.
    agent: agent === undefined || agent.startsWith("Node") ? `${process?.version}` : agent,
    observations,
    unhandledRejections: [...unhandled],
  };
  await (await fetch(`${home}/report`, { method: "POST", body: JSON.stringify(report) })).text();
}

async function runCells(
  { origins, unusedOrigins, width, cells, token }: Plan,
  limits: TimeLimits,
): Promise<Observation[]> {
  const queue = cells.filter(({ onKeptConnection }) => !onKeptConnection);
  const alone = cells.filter(({ onKeptConnection }) => onKeptConnection);
  const run = (cell: Cell, origin: string): Promise<Observation> => runCell(cell, origin, token, limits.limitFor(cell));
  const observations = await Promise.all(alone.map((cell, index) => run(cell, unusedOrigins[index] ?? "")));
  async function work(origin: string): Promise<void> {
    for (let cell = queue.shift(); cell; cell = queue.shift()) observations.push(await run(cell, origin));
  }
  await Promise.all(origins.flatMap((origin) => Array.from({ length: width }, () => work(origin))));
  return observations;
}
