import {
  addPermissionsToUser,
  ApiError,
  createIamClient,
  createInvites,
  deleteInvites,
  deleteUsers,
  getUser,
  type IamClient,
  InvalidResponseError,
  listInvites,
  listUserGroupsFromUser,
  listUsers,
  replacePermissionsForUser,
} from "@segment-iam/client";
import { rateLimit } from "@segment-iam/helpers/rate-limit";
import { retry } from "@segment-iam/helpers/retry";
import { VirtualClock } from "@segment-iam/test-utils/virtual-clock";
import { operations } from "../operations.ts";
import { CLOSED_PORT, pathOf, type Cell, type Observation, type OperationName } from "../plan.ts";

/** The operations by name. Their inputs come from the table. */
const calls: Readonly<Record<OperationName, (iam: IamClient, input: never) => Promise<unknown>>> = {
  listUsers,
  getUser,
  listUserGroupsFromUser,
  listInvites,
  deleteUsers,
  deleteInvites,
  replacePermissionsForUser,
  addPermissionsToUser,
  createInvites,
};

/** Exceeds the duration of any call. */
const HANG_LIMIT_MS = 20_000;

/** The time that a runtime needs to return a connection to its pool. */
const POOL_RETURN_MS = 20;

/** The maximum duration of a call, and of its wait for the rate limit, in virtual time. */
const MAX_WAIT_MS = 60_000;

/**
 * Bypasses the HTTP cache of Chromium, which may send a GET again when an earlier request for the URL was aborted.
 *
 * This also bypasses the preflight cache, so a call that reuses a connection cannot use it.
 */
function cacheModeOf({ onKeepAliveConnection }: Cell): RequestInit {
  return "document" in globalThis && !onKeepAliveConnection ? { cache: "no-store" } : {};
}

/** Makes one call with its own client and describes its outcome. Never rejects. */
export async function runCell(cell: Cell, origin: string, token: string, timeoutMs: number): Promise<Observation> {
  const clock = new VirtualClock();
  const sentAtMs: number[] = [];
  const iam = createIamClient({
    token,
    baseUrl: origin + pathOf(cell),
    timeoutMs,
    fetch: async (url, init) => {
      const response = await fetch(sentAtMs.length > cell.refusals ? url : toClosedPort(String(url)), {
        ...init,
        ...cacheModeOf(cell),
      });
      const readAt = response.headers.get("x-read-at");
      if (readAt !== null) void fetch(readAt);
      return response;
    },
    interceptors: [
      // The defaults of both limits depend on the rate limits in the document.
      retry({ clock, random: () => 0.5, deadlineMs: MAX_WAIT_MS }),
      rateLimit({ clock, maxWaitMs: MAX_WAIT_MS }),
      (next) => (context) => {
        sentAtMs.push(clock.now());
        return clock.during(() => next(context));
      },
    ],
  });
  if (cell.onKeepAliveConnection) await openConnection(origin);
  const call = calls[cell.operation](iam, operations[cell.operation].input as never);
  const outcome = await withHangLimit(
    advanceClock(
      clock,
      call.then(describeResult, (error: unknown) => describeError(error, token)),
    ),
  );
  return {
    cell,
    leaksToken: false,
    ...outcome,
    sent: sentAtMs.length,
    waitsMs: sentAtMs.slice(1).map((atMs, index) => atMs - (sentAtMs[index] ?? 0)),
    timersLeft: clock.pending,
  };
}

/** Opens a connection to the origin, which the runtime keeps alive. */
async function openConnection(origin: string): Promise<void> {
  await (await fetch(`${origin}/ready`)).text();
  await new Promise((resolve) => setTimeout(resolve, POOL_RETURN_MS));
}

function toClosedPort(url: string): string {
  return url.replace(/:\d+/, `:${CLOSED_PORT}`);
}

type CallOutcome = Pick<Observation, "end"> & Partial<Observation>;

function describeResult(data: unknown): CallOutcome {
  return { end: "result", data };
}

function describeError(error: unknown, token: string): CallOutcome {
  if (!(error instanceof Error)) return { end: `threw ${String(error)}` };
  const { status, attempts } = error as { status?: number; attempts?: number };
  const texts = [];
  for (let at: unknown = error; at instanceof Error && texts.length < 8; at = at.cause) {
    texts.push(`${at.name}: ${at.message} ${at.stack} ${JSON.stringify(at)} ${Object.values(at).join()}`);
  }
  return {
    end: error instanceof ApiError ? `${error.name} ${status}` : error.name,
    ...(error instanceof InvalidResponseError && { excerpt: error.excerpt }),
    ...(attempts !== undefined && { attempts }),
    leaksToken: texts.some((text) => text.includes(token)),
    message: texts.join(" < ").slice(0, 2_000),
  };
}

/** Advances the clock whenever no request is in flight, so that waits take no real time. */
async function advanceClock(clock: VirtualClock, outcome: Promise<CallOutcome>): Promise<CallOutcome> {
  let isOver = false;
  const end = (): void => void (isOver = true);
  outcome.then(end, end);
  // Without a pending timer, the call waits for the network.
  while (!(await clock.runUntil(() => isOver))) await new Promise((resolve) => setTimeout(resolve, 1));
  return outcome;
}

/** Returns the outcome `hung` for a call that does not settle within `HANG_LIMIT_MS` of real time. */
async function withHangLimit(outcome: Promise<CallOutcome>): Promise<CallOutcome> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hung = new Promise<CallOutcome>((resolve) => {
    timer = setTimeout(() => resolve({ end: "hung" }), HANG_LIMIT_MS);
  });
  try {
    return await Promise.race([outcome, hung]);
  } finally {
    clearTimeout(timer);
  }
}
