import { createIamClient, listUsers } from "@segment-iam/client";
import { paginate } from "@segment-iam/helpers/pagination";

/** The task of the paging process, as JSON in its first argument. */
export interface PagingTask {
  readonly url: string;
  readonly users: number;
  readonly pageSize: number;
  /** The time that the consumer spends on one page of users, in milliseconds. */
  readonly workMs: number;
}

/** The measured times and memory. */
export interface PagingResult {
  /** The time to fetch all pages sequentially with raw fetch, without a consumer. */
  readonly serverSeconds: number;
  /** The time of the consumer's work on all users, without a request. */
  readonly consumerSeconds: number;
  readonly wallSeconds: number;
  /** The used heap in bytes after each tenth of the users and a garbage collection. */
  readonly heapBytes: readonly number[];
}

const { url, users, pageSize, workMs }: PagingTask = JSON.parse(process.argv[2] ?? "");
const iam = createIamClient({ baseUrl: url });
const work = () => new Promise<void>((resolve) => void setTimeout(resolve, workMs));

// Warm-up.
for (let run = 0; run < 2; run += 1) await iterate(users / 20);
const serverSeconds = await timeSeconds(fetchAll);
const consumerSeconds = await timeSeconds(async () => {
  for (let done = 0; done < users; done += pageSize) await work();
});
const heapBytes: number[] = [];
const wallSeconds = await timeSeconds(() => iterate(users));
const result: PagingResult = { serverSeconds, consumerSeconds, wallSeconds, heapBytes };
process.send?.(result, undefined, undefined, () => process.exit());

/** Iterates over users with `paginate` and waits `workMs` after each page. */
async function iterate(limit: number): Promise<void> {
  let seen = 0;
  for await (const user of paginate(listUsers, iam, {}, { pageSize })) {
    if (user.id !== `user${seen}`) throw new Error(`Expected user${seen}, got ${user.id}`);
    seen += 1;
    if (seen % pageSize === 0) await work();
    if (seen % (users / 10) === 0 && limit === users) heapBytes.push(usedHeap());
    if (seen >= limit) break;
  }
  if (seen < limit) throw new Error(`Expected ${limit} users, got ${seen}`);
}

async function fetchAll(): Promise<void> {
  for (let cursor: string | null = "0"; cursor !== null;) {
    const response: Response = await fetch(`${url}/users?pagination.count=${pageSize}&pagination.cursor=${cursor}`);
    const body = await response.json();
    cursor = body.data.pagination.next;
  }
}

async function timeSeconds(run: () => Promise<void>): Promise<number> {
  const startMs = performance.now();
  await run();
  return (performance.now() - startMs) / 1_000;
}

function usedHeap(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
