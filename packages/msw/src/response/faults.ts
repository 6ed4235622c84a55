import type { Random } from "../random.ts";
import { createHttpError, tooManyRequests } from "./http-error.ts";
import { reply, type ReplyContext } from "./reply.ts";

/** A simulated failure. It replaces the regular response. */
export interface MockFault {
  /** The HTTP status, from 200 to 599, or `"network-error"` to close the connection without a response. */
  readonly status: number | "network-error";
  /** The body. A string is sent as HTML, other values as JSON. A 204, 205 or 304 has no body. @default an error envelope */
  readonly body?: unknown;
  /** Additional response headers, such as `retry-after`. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** The probability that a request fails, from 0 to 1. @default 1 */
  readonly rate?: number | undefined;
  /** The number of requests that fail. @default 1, or unlimited with a `rate` */
  readonly times?: number | undefined;
  /** Whether the request takes effect before it fails, as when only the response is lost. @default false */
  readonly applied?: boolean | undefined;
}

/** The key of faults that apply to all operations. */
const ALL = "*";

/** The statuses whose `Response` cannot have a body (Fetch standard, "null body status"). */
const NULL_BODY_STATUSES: readonly unknown[] = [204, 205, 304];

/** The pending faults by operation, in the order they were added. */
export class Faults {
  readonly #queues = new Map<string, { readonly fault: MockFault; remaining: number }[]>();

  /** Adds a fault after the pending ones of the operation, or of all operations for `"*"`. @throws {RangeError} for an invalid status or rate. */
  add(operation: string, fault: MockFault): void {
    const { status, rate, times = rate === undefined ? 1 : Infinity } = fault;
    if (status !== "network-error" && !(Number.isInteger(status) && status >= 200 && status <= 599))
      throw new RangeError(`status must be from 200 to 599 or "network-error", got ${status}`);
    if (rate !== undefined && !(rate >= 0 && rate <= 1)) throw new RangeError(`rate must be from 0 to 1, got ${rate}`);
    const queue = this.#queues.get(operation) ?? [];
    this.#queues.set(operation, [...queue, { fault, remaining: times }]);
  }

  /** Returns and consumes the next fault of the operation, then of all operations; `undefined` if none applies. */
  take(operation: string, random: Random): MockFault | undefined {
    const faults = [...(this.#queues.get(operation) ?? []), ...(this.#queues.get(ALL) ?? [])];
    const next = faults.find(({ fault: { rate }, remaining }) => {
      return remaining > 0 && (rate === undefined || random() < rate);
    });
    if (next !== undefined) next.remaining -= 1;
    return next?.fault;
  }

  /** Removes all faults. */
  clear(): void {
    this.#queues.clear();
  }
}

/** Creates the response for a fault. @throws {TypeError} for a network error, as `fetch` does. */
export function replyWithFault(context: ReplyContext, { status, body, headers }: MockFault): Response {
  if (status === "network-error") throw new TypeError("fetch failed: the mock simulates a network error");
  // In lower case, so that `Content-Type` replaces the default.
  const own = Object.fromEntries(new Headers(headers));
  if (NULL_BODY_STATUSES.includes(status)) return reply(context, status, undefined, own);
  if (typeof body === "string") {
    const date = new Date(context.nowMs).toUTCString();
    return new Response(body || null, { status, headers: { date, "content-type": "text/html", ...own } });
  }
  const { errors } =
    status === 429
      ? tooManyRequests(61, 1_000)
      : createHttpError(status, "mock-fault", `The mock simulates a ${status} response`);
  return reply(context, status, body === undefined ? { errors } : body, own);
}
