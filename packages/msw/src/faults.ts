import { failure, tooManyRequests } from "./response/api-failure.ts";
import { reply, type ReplyContext } from "./response/reply.ts";

/** A failure to be answered with, instead of what the workspace would answer. */
export interface Fault {
  /** The HTTP status, or `"network-error"` for a connection that breaks off without an answer. */
  readonly status: number | "network-error";
  /** The body; a string is sent as it is (an HTML page, say), anything else as JSON. @default an error envelope */
  readonly body?: unknown;
  /** Further headers, `retry-after` for example. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** How many requests fail. @default 1 */
  readonly times?: number | undefined;
  /** Whether the request is carried out all the same: the ambiguous kind of failure. @default false */
  readonly carriedOut?: boolean | undefined;
}

/** The faults that are still to come, by operation, in the order they were asked for. */
export class Faults {
  readonly #queues = new Map<string, { readonly fault: Fault; left: number }[]>();

  /** Asks for a fault. */
  add(operation: string, fault: Fault): void {
    const queue = this.#queues.get(operation) ?? [];
    this.#queues.set(operation, [...queue, { fault, left: fault.times ?? 1 }]);
  }

  /** Takes the fault for a request; `undefined` when it is to be answered as usual. */
  take(operation: string): Fault | undefined {
    const next = this.#queues.get(operation)?.find(({ left }) => left > 0);
    if (next !== undefined) next.left -= 1;
    return next?.fault;
  }

  /** Forgets every fault. */
  clear(): void {
    this.#queues.clear();
  }
}

/** The answer of a fault. @throws {TypeError} for a network error, as `fetch` does. */
export function replyWithFault(context: ReplyContext, { status, body, headers = {} }: Fault): Response {
  if (status === "network-error") throw new TypeError("fetch failed: the mock was asked for a network error");
  if (typeof body === "string") {
    const date = new Date(context.nowMs).toUTCString();
    return new Response(body || null, { status, headers: { date, "content-type": "text/html", ...headers } });
  }
  if (body !== undefined) return reply(context, status, body, headers);
  const { errors } =
    status === 429
      ? tooManyRequests(61, 1_000)
      : failure(status, "mock-fault", `The mock was asked to answer ${status}`);
  return reply(context, status, { errors }, headers);
}
