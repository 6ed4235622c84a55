import { startMatrixServer } from "./matrix-server.ts";
import { lineOf, observedOutcome } from "./outcomes.ts";
import { pathOf, type Cell, type Report } from "./plan.ts";
import type { ProbeEnd, Runtime } from "./runtimes/runtime.ts";

/** The calls in flight on each origin. Browsers open no more connections to one. */
const WIDTH = 6;
const TOKEN = "sgp_never-to-be-told";

/** The results of all calls in one runtime. */
export interface MatrixRun extends Omit<Report, "observations"> {
  readonly end: ProbeEnd;
  /** Requests that reached the target of redirects. */
  readonly strays: readonly string[];
  /** The connections that had a fault and that the client did not close. */
  readonly leftOpen: number;
  /** The number of requests that the server received. */
  readonly requests: number;
  /** The outcome of a call as one line. */
  seen(cell: Cell): string;
}

/** Makes the calls in a runtime, with their own server. */
export async function runMatrix(runtime: Runtime, probe: string, cells: readonly Cell[]): Promise<MatrixRun> {
  await using server = await startMatrixServer(runtime.name, { token: TOKEN, width: WIDTH, cells }, probe);
  const running = await runtime.start(probe, server.home);
  try {
    const report = await Promise.race([server.report, running.ended.then(failWithout)]);
    const end = await running.finish();
    const observations = new Map(report.observations.map((observation) => [pathOf(observation.cell), observation]));
    return {
      agent: report.agent,
      unhandledRejections: report.unhandledRejections,
      end,
      strays: server.strays,
      leftOpen: server.leftOpen,
      requests: cells.reduce((sum, cell) => sum + server.arrivalsOf(cell).length, 0),
      seen: (cell) => {
        const observation = observations.get(pathOf(cell));
        return observation ? lineOf(observedOutcome(observation, server.arrivalsOf(cell))) : "nothing";
      },
    };
  } finally {
    await running.kill();
  }
}

function failWithout({ end, output }: ProbeEnd): never {
  throw new Error(`The probe ended without a report: ${end}\n${output}`);
}
