import { createIamClient, deleteUsers, listUsers, type Interceptor } from "@segment-iam/client";
import { bulk, paginate, rateLimit, retry, type BulkOptions } from "@segment-iam/helpers";
import { VirtualClock } from "@segment-iam/test-utils/virtual-clock";
import { configError, type ErrorCase } from "./error-case.ts";

const token = "sgp_token";

/** Reads all pages from a server that sends these responses in order. */
async function readPages(...responses: readonly Response[]): Promise<void> {
  const rest = [...responses];
  const iam = createIamClient({ token, fetch: async () => rest.shift() ?? Response.error() });
  for await (const _ of paginate(listUsers, iam)) continue;
}

const page = (next: string | null) => Response.json({ data: { users: [], pagination: { current: "MA==", next } } });

/** Makes four calls at once that never get a response, through a limiter with two places in its queue. */
async function fillQueue(): Promise<unknown> {
  const limiter = rateLimit({ clock: new VirtualClock(), maxQueueSize: 2 });
  const abort = new AbortController();
  const iam = createIamClient({ token, fetch: () => new Promise(() => {}), interceptors: [limiter] });
  const call = () => listUsers(iam, {}, { signal: abort.signal }).catch((error: unknown) => error);
  const pending = [call(), call(), call()];
  const failure = await call();
  abort.abort();
  await Promise.all(pending);
  return failure;
}

const respondWith429 = async () => new Response("", { status: 429, headers: { "retry-after": "60" } });

/** Makes a call after a 429 that requests a delay of 60 seconds. */
async function callAfter429(): Promise<unknown> {
  const limiter = rateLimit({ clock: new VirtualClock(), maxWaitMs: 5_000 });
  const iam = createIamClient({ token, fetch: respondWith429, interceptors: [limiter] });
  await listUsers(iam).catch(() => {});
  return listUsers(iam);
}

/** Runs a bulk operation and resolves to its report. */
function runBulk(interceptor: Interceptor, options?: BulkOptions<string>) {
  const iam = createIamClient({ token, interceptors: [interceptor] });
  return bulk(deleteUsers, iam, ["u1"], options).result;
}

const succeed: Interceptor = () => async () => Response.json({ data: { status: "SUCCESS" } });

const iam = createIamClient({ token });

/** The messages of `@segment-iam/helpers`. Messages of the client that helpers cause are listed too. */
export const helpersErrors: readonly ErrorCase[] = [
  [
    "a first page that fails",
    () => readPages(Response.json({ errors: [{ type: "x", message: "no" }] }, { status: 403 })),
    {
      name: "PageError",
      message: "listUsers failed on its first page: listUsers failed with status 403: no",
      operation: "listUsers",
    },
  ],
  [
    "a later page that fails",
    () => readPages(page("Mw=="), new Response("", { status: 500 })),
    {
      name: "PageError",
      message: 'listUsers failed on the page at cursor "Mw==": listUsers failed with status 500',
      operation: "listUsers",
      cursor: "Mw==",
    },
  ],
  [
    "a page whose items are not an array",
    () => readPages(Response.json({ data: {} })),
    {
      name: "PageError",
      message: "listUsers failed on its first page: listUsers returned status 200, but data.users is not an array",
      operation: "listUsers",
    },
  ],
  [
    "a cursor that repeats",
    () => readPages(page("Mw=="), page("Mw==")),
    {
      name: "CursorLoopError",
      message: 'listUsers returned the cursor "Mw==" a second time; stopped to avoid an endless loop',
      operation: "listUsers",
      cursor: "Mw==",
    },
  ],
  [
    "a full queue",
    fillQueue,
    {
      name: "QueueFullError",
      message: "listUsers was not sent: 2 calls are queued for its rate limit. Retry later, or raise maxQueueSize",
      operation: "listUsers",
      attempts: 0,
      queued: 2,
    },
  ],
  [
    "a rate limit wait beyond maxWaitMs",
    callAfter429,
    {
      name: "WaitTooLongError",
      message: "listUsers could not be sent within 5000 ms because of its rate limit. Retry in about 61000 ms",
      operation: "listUsers",
      attempts: 0,
      maxWaitMs: 5_000,
      retryAfterMs: 61_000,
    },
  ],
  [
    "maxAttempts: 0",
    () => retry({ maxAttempts: 0 }),
    configError("maxAttempts must be an integer of at least 1, got 0"),
  ],
  [
    "a deadlineMs below zero",
    () => retry({ deadlineMs: -1 }),
    configError("deadlineMs must be a number of at least 0, got -1"),
  ],
  [
    "a maxQueueSize that is not a number",
    () => rateLimit({ maxQueueSize: Number.NaN }),
    configError("maxQueueSize must be a number of at least 0, got NaN"),
  ],
  [
    "a maxBatchSize that is not an integer",
    () => bulk(deleteUsers, iam, [], { maxBatchSize: 1.5 }),
    configError("maxBatchSize must be an integer of at least 1, got 1.5"),
  ],
  [
    "a maxUrlBytes below zero",
    () => bulk(deleteUsers, iam, [], { maxUrlBytes: -1 }),
    configError("maxUrlBytes must be a number of at least 0, got -1"),
  ],
  [
    "a string instead of an array",
    () => bulk(deleteUsers, iam, "u1" as unknown as string[]),
    {
      name: "InputError",
      message: "deleteUsers: userIds must be an array, got a value of type string",
      operation: "deleteUsers",
      field: "userIds",
    },
  ],
  [
    "an item that is too long for a URL",
    async () => (await runBulk(succeed, { maxUrlBytes: 10 })).rejected[0]?.error,
    {
      name: "InputError",
      message: "deleteUsers: userIds contains an item that makes the URL longer than maxUrlBytes (10)",
      operation: "deleteUsers",
      field: "userIds",
    },
  ],
  [
    "an aborted bulk run",
    async () => {
      const run = bulk(deleteUsers, iam, ["u1"]);
      run.abort();
      return (await run.result).stopReason;
    },
    { name: "AbortError", message: "The bulk run was aborted" },
  ],
  [
    "a call that rejects with undefined",
    async () => (await runBulk(() => () => Promise.reject())).stopReason,
    { name: "Error", message: "A call rejected with undefined instead of an error" },
  ],
];
