import { createIamClient, listUsers } from "@segment-iam/client";
import { paginate } from "@segment-iam/helpers/pagination";

/** What the process that pages is told, as JSON. */
export interface PagingTask {
  readonly url: string;
  readonly users: number;
  readonly pageSize: number;
  /** How long the consumer works on as many users as a page has, in milliseconds. */
  readonly workMs: number;
}

/** What paging took. */
export interface PagingFigures {
  /** The server alone: all pages with raw fetch, one after the other, and nothing done with them. */
  readonly serverSeconds: number;
  /** The consumer alone: its work on as many users, without fetching any. */
  readonly consumerSeconds: number;
  readonly wallSeconds: number;
  /** The memory in use after each tenth of the users, in bytes, after a collection. */
  readonly heapBytes: readonly number[];
}

const { url, users, pageSize, workMs }: PagingTask = JSON.parse(process.argv[2] ?? "");
const iam = createIamClient({ baseUrl: url });
const work = () => new Promise<void>((resolve) => void setTimeout(resolve, workMs));

// The code is warm before anything counts.
for (let warm = 0; warm < 2; warm += 1) await page(users / 20);
const serverSeconds = await seconds(fetchAll);
const consumerSeconds = await seconds(async () => {
  for (let done = 0; done < users; done += pageSize) await work();
});
const heapBytes: number[] = [];
const wallSeconds = await seconds(() => page(users));
const figures: PagingFigures = { serverSeconds, consumerSeconds, wallSeconds, heapBytes };
process.send?.(figures, undefined, undefined, () => process.exit());

/** Works through users, a page's worth at a time, as somebody does who writes them elsewhere in batches. */
async function page(most: number): Promise<void> {
  let seen = 0;
  for await (const user of paginate(listUsers, iam, {}, { pageSize: pageSize })) {
    if (user.id !== `user${seen}`) throw new Error(`Expected user${seen}, got ${user.id}`);
    seen += 1;
    if (seen % pageSize === 0) await work();
    if (seen % (users / 10) === 0 && most === users) heapBytes.push(heapInUse());
    if (seen >= most) break;
  }
  if (seen < most) throw new Error(`${seen} users came, not ${most}`);
}

async function fetchAll(): Promise<void> {
  for (let cursor: string | null = "0"; cursor !== null;) {
    const response = await fetch(`${url}/users?pagination.count=${pageSize}&pagination.cursor=${cursor}`);
    const body = await response.json();
    cursor = body.data.pagination.next;
  }
}

async function seconds(run: () => Promise<void>): Promise<number> {
  const startMs = performance.now();
  await run();
  return (performance.now() - startMs) / 1_000;
}

function heapInUse(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
