import type { Cell, Observation, Plan, Report } from "../plan.ts";
import { runCell } from "./run-cell.ts";

/** Fetches the plan, makes its calls, and sends the report. Runs in any runtime that has `fetch`. */
export async function runPlan(home: string): Promise<void> {
  const unhandledRejections: string[] = [];
  globalThis.addEventListener?.("unhandledrejection", (event) => {
    event.preventDefault();
    unhandledRejections.push(String(event.reason));
  });
  globalThis.process?.on?.("unhandledRejection", (reason) => unhandledRejections.push(String(reason)));

  const plan: Plan = await (await fetch(`${home}/plan`)).json();
  const observations = await runCells(plan);
  // A rejection counts as unhandled only once the queue of promises is empty.
  await new Promise((resolve) => setTimeout(resolve, 0));
  const report: Report = { observations, unhandledRejections };
  await (await fetch(`${home}/report`, { method: "POST", body: JSON.stringify(report) })).text();
}

async function runCells({ origins, width, cells, token }: Plan): Promise<Observation[]> {
  const observations: Observation[] = [];
  const together = cells.filter(({ onKeptConnection }) => !onKeptConnection);
  const alone = cells.filter(({ onKeptConnection }) => onKeptConnection);
  async function work(queue: Cell[], origin: string): Promise<void> {
    for (let cell = queue.shift(); cell; cell = queue.shift()) observations.push(await runCell(cell, origin, token));
  }
  // One at a time on each origin, and first, so that the connection that was kept is the one that is used.
  await Promise.all(origins.map((origin) => work(alone, origin)));
  await Promise.all(origins.flatMap((origin) => Array.from({ length: width }, () => work(together, origin))));
  return observations;
}
