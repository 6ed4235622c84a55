import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { PagingFigures, PagingTask } from "./measure-paging.ts";
import type { Verdict } from "../../target-result.ts";

const USERS = 1_000_000;
const PAGE_SIZE = 1_000;
/** Whoever is slower, the server or the consumer, decides how long paging takes at least. */
const CASES = [
  { name: "server slower", delayMs: 30, workMs: 20 },
  { name: "consumer slower", delayMs: 20, workMs: 30 },
];
const MOST_OF_SLOWER = 1.05;
/** A page of a thousand users is some 200 kB of objects; a walk that kept its pages would grow by 200 MB. */
const MOST_GROWTH_BYTES = 2_000_000;

/** Pages through a million users, and compares it to the slower of server and consumer. Prints a table and judges ours. */
export async function comparePaging(): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  const rows: object[] = [];
  for (const { name, delayMs, workMs } of CASES) {
    const { serverSeconds, consumerSeconds, wallSeconds, heapBytes } = await measure(delayMs, workMs);
    const share = wallSeconds / Math.max(serverSeconds, consumerSeconds);
    // From the second tenth on: the first still has code being compiled.
    const growth = (heapBytes.at(-1) ?? Number.NaN) - (heapBytes[1] ?? Number.NaN);
    rows.push({
      case: name,
      "server s": serverSeconds.toFixed(2),
      "consumer s": consumerSeconds.toFixed(2),
      "paging s": wallSeconds.toFixed(2),
      "of the slower": share.toFixed(3),
      "heap MB by tenths": heapBytes.map((bytes) => (bytes / 1e6).toFixed(1)).join(" "),
    });
    verdicts.push(
      {
        figure: `paging a million users, ${name}, of the slower`,
        measured: share.toFixed(3),
        target: `<= ${MOST_OF_SLOWER}`,
        holds: share <= MOST_OF_SLOWER,
      },
      {
        figure: `paging a million users, ${name}, growth of the heap in kB`,
        measured: (growth / 1e3).toFixed(0),
        target: `<= ${MOST_GROWTH_BYTES / 1e3}`,
        holds: growth <= MOST_GROWTH_BYTES,
      },
    );
  }
  console.log(`\nPaging ${USERS} users, ${PAGE_SIZE} a page`);
  console.table(rows);
  return verdicts;
}

async function measure(delayMs: number, workMs: number): Promise<PagingFigures> {
  const server = fork(join(import.meta.dirname, "paging-server.ts"), [String(USERS), String(delayMs)]);
  try {
    const [url] = await once(server, "message");
    const task: PagingTask = { url, users: USERS, pageSize: PAGE_SIZE, workMs };
    const paging = fork(join(import.meta.dirname, "measure-paging.ts"), [JSON.stringify(task)], {
      execArgv: ["--expose-gc"],
    });
    const failed = once(paging, "exit").then(([code]) => {
      throw new Error(`The process that pages ended with ${code}`);
    });
    const [figures]: [PagingFigures] = (await Promise.race([once(paging, "message"), failed])) as [PagingFigures];
    return figures;
  } finally {
    server.kill();
  }
}
