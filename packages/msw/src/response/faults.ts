import { httpError, tooManyRequests } from "./http-error.ts";
import { reply, type ReplyContext } from "./reply.ts";

/** A simulated failure. It replaces the regular response. */
export interface MockFault {
  /** The HTTP status, or `"network-error"` to close the connection without a response. */
  readonly status: number | "network-error";
  /** The body. A string is sent as HTML, other values as JSON. @default an error envelope */
  readonly body?: unknown;
  /** Additional response headers, such as `retry-after`. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** The number of requests that fail. @default 1 */
  readonly times?: number | undefined;
  /** Whether the request takes effect before it fails, as when only the response is lost. @default false */
  readonly applied?: boolean | undefined;
}

/** The pending faults by operation, in the order they were added. */
export class Faults {
  readonly #queues = new Map<string, { readonly fault: MockFault; remaining: number }[]>();

  /** Adds a fault after the pending ones of the operation. */
  add(operation: string, fault: MockFault): void {
    const queue = this.#queues.get(operation) ?? [];
    this.#queues.set(operation, [...queue, { fault, remaining: fault.times ?? 1 }]);
  }

  /** Returns and consumes the next fault of the operation; `undefined` if none is pending. */
  take(operation: string): MockFault | undefined {
    const next = this.#queues.get(operation)?.find(({ remaining }) => remaining > 0);
    if (next !== undefined) next.remaining -= 1;
    return next?.fault;
  }

  /** Removes all faults. */
  clear(): void {
    this.#queues.clear();
  }
}

/** Creates the response for a fault. @throws {TypeError} for a network error, as `fetch` does. */
export function replyWithFault(context: ReplyContext, { status, body, headers = {} }: MockFault): Response {
  if (status === "network-error") throw new TypeError("fetch failed: the mock simulates a network error");
  if (typeof body === "string") {
    const date = new Date(context.nowMs).toUTCString();
    return new Response(body || null, { status, headers: { date, "content-type": "text/html", ...headers } });
  }
  if (body !== undefined) return reply(context, status, body, headers);
  const { errors } =
    status === 429
      ? tooManyRequests(61, 1_000)
      : httpError(status, "mock-fault", `The mock simulates a ${status} response`);
  return reply(context, status, { errors }, headers);
}
