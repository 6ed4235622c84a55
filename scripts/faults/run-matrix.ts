import { startMatrixServer } from "./matrix-server.ts";
import { lineOf, observedOutcome } from "./outcomes.ts";
import { pathOf, type Cell, type Report } from "./plan.ts";
import type { ProbeEnd, Runtime } from "./runtimes/runtime.ts";

/** The number of calls in flight on each origin. Browsers open at most six connections to one. */
const CONCURRENCY = 6;
const TOKEN = "sgp_secret";

/** The results of all calls in one runtime. */
export interface MatrixRun extends Omit<Report, "observations"> {
  readonly end: ProbeEnd;
  /** Requests to the origin that redirects point to. */
  readonly redirectedRequests: readonly string[];
  /** The number of connections with a fault that the client did not close. */
  readonly openConnections: number;
  /** The number of requests that the server received. */
  readonly requests: number;
  /** Returns the observed outcome of a call as one line. */
  outcomeOf(cell: Cell): string;
}

/** Starts a server for one runtime and makes the calls in that runtime. */
export async function runMatrix(runtime: Runtime, probe: string, cells: readonly Cell[]): Promise<MatrixRun> {
  await using server = await startMatrixServer(runtime.name, { token: TOKEN, concurrency: CONCURRENCY, cells }, probe);
  const running = await runtime.start(probe, server.controlUrl);
  try {
    const report = await Promise.race([server.report, running.ended.then(failWithoutReport)]);
    const end = await running.finish();
    const observations = new Map(report.observations.map((observation) => [pathOf(observation.cell), observation]));
    return {
      agent: report.agent,
      unhandledRejections: report.unhandledRejections,
      end,
      redirectedRequests: server.redirectedRequests,
      openConnections: server.openConnections,
      requests: cells.reduce((sum, cell) => sum + server.requestsOf(cell).length, 0),
      outcomeOf: (cell) => {
        const observation = observations.get(pathOf(cell));
        return observation ? lineOf(observedOutcome(observation, server.requestsOf(cell))) : "no observation";
      },
    };
  } finally {
    await running.kill();
  }
}

function failWithoutReport({ end, output }: ProbeEnd): never {
  throw new Error(`The probe ended without a report: ${end}\n${output}`);
}
