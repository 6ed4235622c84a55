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

/** Longer than all attempts of any row take. */
const HUNG_MS = 20_000;

/** The time that a runtime has to return a connection to its pool. */
const KEEPING_MS = 20;

/** Makes one call with its own client, and describes how it ended. Never rejects. */
export async function runCell(cell: Cell, origin: string, token: string, timeoutMs: number): Promise<Observation> {
  const clock = new VirtualClock();
  const sentAtMs: number[] = [];
  const iam = createIamClient({
    token,
    baseUrl: origin + pathOf(cell),
    timeoutMs,
    fetch: async (url, init) => {
      const response = await fetch(sentAtMs.length > cell.refusals ? url : closedPort(String(url)), init);
      const readAt = response.headers.get("x-read-at");
      if (readAt !== null) void fetch(readAt);
      return response;
    },
    interceptors: [
      retry({ clock, random: () => 0.5 }),
      rateLimit({ clock }),
      (next) => (context) => {
        sentAtMs.push(clock.now());
        return clock.during(() => next(context));
      },
    ],
  });
  if (cell.onKeptConnection) await warm(origin);
  const call = calls[cell.operation](iam, operations[cell.operation].input as never);
  const ended = await orHung(
    passTime(
      clock,
      call.then(describeResult, (error: unknown) => describeError(error, token)),
    ),
  );
  return {
    cell,
    tellsToken: false,
    ...ended,
    sent: sentAtMs.length,
    waitsMs: sentAtMs.slice(1).map((atMs, index) => atMs - (sentAtMs[index] ?? 0)),
    timersLeft: clock.pending,
  };
}

/** Opens a connection to the origin, which the runtime keeps. */
async function warm(origin: string): Promise<void> {
  await (await fetch(`${origin}/warm`)).text();
  await new Promise((resolve) => setTimeout(resolve, KEEPING_MS));
}

function closedPort(url: string): string {
  return url.replace(/:\d+/, `:${CLOSED_PORT}`);
}

type Ending = Pick<Observation, "end"> & Partial<Observation>;

function describeResult(data: unknown): Ending {
  return { end: "result", data };
}

function describeError(error: unknown, token: string): Ending {
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
    tellsToken: texts.some((text) => text.includes(token)),
    message: texts.join(" < ").slice(0, 2_000),
  };
}

/** Passes time whenever no request is in flight: a call skips minutes of waits, but sends nothing too early. */
async function passTime(clock: VirtualClock, ending: Promise<Ending>): Promise<Ending> {
  let isOver = false;
  const end = (): void => void (isOver = true);
  ending.then(end, end);
  // Without a timer, the call waits for the runtime.
  while (!(await clock.runUntil(() => isOver))) await new Promise((resolve) => setTimeout(resolve, 1));
  return ending;
}

/** Gives up on a call after a real time limit. */
async function orHung(ending: Promise<Ending>): Promise<Ending> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hung = new Promise<Ending>((resolve) => {
    timer = setTimeout(() => resolve({ end: "hung" }), HUNG_MS);
  });
  try {
    return await Promise.race([ending, hung]);
  } finally {
    clearTimeout(timer);
  }
}
