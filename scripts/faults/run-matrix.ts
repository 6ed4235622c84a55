import { lineOf } from "./expected.ts";
import { observedOutcome } from "./observed.ts";
import { pathOf, type Cell, type Report } from "./plan.ts";
import type { ProbeEnd, Runtime } from "./runtimes/runtime.ts";
import { startFaultServer } from "./server/fault-server.ts";

/** How many calls are under way at once on each of the server's origins: browsers open no more connections to one. */
const WIDTH = 6;
const TOKEN = "sgp_never-to-be-told";

/** What came of all calls in one runtime. */
export interface MatrixRun extends Omit<Report, "observations"> {
  readonly end: ProbeEnd;
  /** What reached an origin that nothing must reach. */
  readonly strays: readonly string[];
  /** How many connections the client had given up, but not closed. */
  readonly leftOpen: number;
  /** How many requests the server got. */
  readonly requests: number;
  /** What was seen of a call, in one line. */
  seen(cell: Cell): string;
}

/** Makes the calls in a runtime, against a server of their own. */
export async function runMatrix(runtime: Runtime, probe: string, cells: readonly Cell[]): Promise<MatrixRun> {
  await using server = await startFaultServer(runtime.name, { token: TOKEN, width: WIDTH, cells }, probe);
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
  throw new Error(`It ended without a report: ${end}\n${output}`);
}
