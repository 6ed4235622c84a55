import { ApiError, createIamClient, InvalidResponseError } from "@segment-iam/client";
import { rateLimit } from "@segment-iam/helpers/rate-limit";
import { retry } from "@segment-iam/helpers/retry";
import { operations } from "../operations.ts";
import { calls } from "./calls.ts";
import { CLOSED_PORT, pathOf, type Cell, type Observation } from "../plan.ts";
import { SkippingClock } from "./skipping-clock.ts";

/** Longer than any row of the table takes, all its attempts together. */
const HUNG_MS = 20_000;

/** How long a runtime may take to put a connection back that it keeps. */
const KEEPING_MS = 20;

/** Makes one call with a client of its own, and tells how it ended. Never rejects. */
export async function runCell(cell: Cell, origin: string, token: string, timeoutMs: number): Promise<Observation> {
  const clock = new SkippingClock();
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
      (next) => (exchange) => {
        sentAtMs.push(clock.now());
        return clock.during(() => next(exchange));
      },
    ],
  });
  if (cell.onKeptConnection) await warm(origin);
  const call = calls[cell.operation](iam, operations[cell.operation].input as never);
  const ended = await orHung(call.then(tellResult, (error: unknown) => tellError(error, token)));
  return {
    cell,
    tellsToken: false,
    ...ended,
    sent: sentAtMs.length,
    waitsMs: sentAtMs.slice(1).map((atMs, index) => atMs - (sentAtMs[index] ?? 0)),
    timersLeft: clock.size,
  };
}

/** Leaves a connection to the origin that is kept. */
async function warm(origin: string): Promise<void> {
  await (await fetch(`${origin}/warm`)).text();
  await new Promise((resolve) => setTimeout(resolve, KEEPING_MS));
}

function closedPort(url: string): string {
  return url.replace(/:\d+/, `:${CLOSED_PORT}`);
}

type Ending = Pick<Observation, "end"> & Partial<Observation>;

function tellResult(data: unknown): Ending {
  return { end: "result", data };
}

function tellError(error: unknown, token: string): Ending {
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
