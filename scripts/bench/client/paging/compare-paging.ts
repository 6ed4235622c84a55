import { fork } from "node:child_process";
import { join } from "node:path";
import type { PagingResult, PagingTask } from "./measure-paging.ts";
import { receiveMessage } from "../../receive-message.ts";
import { atMost, printTable, type Row, type TargetResult } from "../../tables.ts";

const USERS = 1_000_000;
const PAGE_SIZE = 1_000;
/** The slower of server and consumer determines the minimum time. */
const CASES = [
  { name: "server slower", delayMs: 30, workMs: 20 },
  { name: "consumer slower", delayMs: 20, workMs: 30 },
];
const MAX_TIME_RATIO = 1.05;
/** A page takes about 200 kB. An iterator that kept all pages would grow by 200 MB. */
const MAX_HEAP_GROWTH_KB = 2_000;

/** Compares the time to iterate over a million users with the slower of server and consumer. Returns the target results. */
export async function comparePaging(): Promise<TargetResult[]> {
  const targetResults: TargetResult[] = [];
  const rows: Row[] = [];
  for (const { name, delayMs, workMs } of CASES) {
    const { serverSeconds, consumerSeconds, wallSeconds, heapBytes } = await measure(delayMs, workMs);
    const ratio = wallSeconds / Math.max(serverSeconds, consumerSeconds);
    // The first tenth includes the compilation of code.
    const growthBytes = (heapBytes.at(-1) ?? Number.NaN) - (heapBytes[1] ?? Number.NaN);
    rows.push({
      case: name,
      "server s": serverSeconds.toFixed(2),
      "consumer s": consumerSeconds.toFixed(2),
      "paging s": wallSeconds.toFixed(2),
      "ratio to slower": ratio.toFixed(3),
      "heap MB per tenth": heapBytes.map((bytes) => (bytes / 1e6).toFixed(1)).join(" "),
    });
    targetResults.push(
      atMost(`paging a million users, ${name}: ratio to the slower side`, ratio, MAX_TIME_RATIO, 3),
      atMost(`paging a million users, ${name}: heap growth in kB`, growthBytes / 1e3, MAX_HEAP_GROWTH_KB, 0),
    );
  }
  printTable(`Paging ${USERS} users, ${PAGE_SIZE} per page`, rows);
  return targetResults;
}

async function measure(delayMs: number, workMs: number): Promise<PagingResult> {
  const server = fork(join(import.meta.dirname, "paging-server.ts"), [String(USERS), String(delayMs)]);
  try {
    const url = await receiveMessage<string>(server);
    const task: PagingTask = { url, users: USERS, pageSize: PAGE_SIZE, workMs };
    const paging = fork(join(import.meta.dirname, "measure-paging.ts"), [JSON.stringify(task)], {
      execArgv: ["--expose-gc"],
    });
    return await receiveMessage<PagingResult>(paging);
  } finally {
    server.kill();
  }
}
