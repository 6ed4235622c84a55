import { FixedWindow, type Consumption, type FixedWindowOptions, type RateLimitWindow } from "./fixed-window.ts";
import type { Hint } from "./retry-hints.ts";
import { connectionError, errorResponse, toResponse, type Fault, type SimulatedResponse } from "./simulated-fault.ts";

/** Options of `SimulatedApi`. */
export interface SimulatedApiOptions extends FixedWindowOptions {
  /** The window that enforces the limit. @default a `FixedWindow` */
  readonly window?: RateLimitWindow;
  /** Which responses have the `X-RateLimit` headers. @default "success" */
  readonly usageHeaders?: "never" | "success" | "always";
  /** The server's wall clock when `clock` is at 0, in epoch milliseconds. @default the start of 2026 */
  readonly epochMs?: number;
  /** How far the server's wall clock is ahead of the time that `epochMs` and `clock` give, in milliseconds. @default 0 */
  readonly skewMs?: number;
  /** Returns the latency in one direction, in milliseconds. @default 0 */
  readonly latencyMs?: () => number;
  /** The faults of successive requests. The list repeats after its end. @default none */
  readonly faults?: readonly Fault[];
}

/** The part of a request's options that the API reads. */
export interface RequestParts {
  readonly headers?: ConstructorParameters<typeof Headers>[0];
  readonly body?: unknown;
  readonly signal?: AbortSignal | null | undefined;
}

/** A request and its outcome. */
export interface SimulatedRequest {
  /** The name of its call, from the header `x-call`. */
  readonly call: string;
  readonly url: string;
  readonly body: unknown;
  readonly sentMs: number;
  readonly fault: Fault;
  /** `undefined` if no response arrived. */
  status?: number;
  /** The time on `clock` at which the delay stated by the response ends. `undefined` without a delay. */
  retryAtMs?: number;
  /** The number of the window that counted it, from 1. */
  window?: number;
  /** How many requests had been sent when its response arrived. */
  sentBeforeResponse?: number;
}

const EPOCH_MS = Date.UTC(2026, 0, 1) + 250;
const done = { data: { status: "SUCCESS" } };

/** Simulates the rate-limited API on any clock, with latency and faults, and counts what it receives. */
export class SimulatedApi {
  readonly #options: SimulatedApiOptions;
  readonly #window: RateLimitWindow;
  #process: (url: string) => Response | undefined = () => undefined;
  /** All requests to `fetch` and `handle`, in the order of sending. */
  readonly requests: SimulatedRequest[] = [];
  /** How many requests each window accepted and refused, without those of other consumers. */
  readonly windows: { accepted: number; refused: number }[] = [];
  /** How many requests of other consumers were accepted. */
  acceptedOthers = 0;

  constructor(options: SimulatedApiOptions) {
    this.#options = options;
    this.#window = options.window ?? new FixedWindow(options);
  }

  /** The number of requests that were refused. */
  get refused(): number {
    return this.windows.reduce((sum, { refused }) => sum + refused, 0);
  }

  /** Sets a function that handles accepted requests and creates their responses. */
  respondWith(process: (url: string) => Response): void {
    this.#process = process;
  }

  /** Counts one request of another consumer. */
  async consume(): Promise<Consumption> {
    const consumption = await this.#count();
    if (consumption.consumedPoints <= this.#options.limit) this.acceptedOthers += 1;
    return consumption;
  }

  /** Adds a consumer that sends one request after each delay. */
  addConsumer(delayMs: () => number): void {
    this.#options.clock.setTimeout(() => {
      void this.consume();
      this.addConsumer(delayMs);
    }, delayMs());
  }

  /** Responds at once and without faults. A 429 states its delay in the place that `hint` names. */
  async respond(hint: Hint = "body"): Promise<SimulatedResponse & Pick<Consumption, "msBeforeNext">> {
    const { limit, usageHeaders = "success" } = this.#options;
    const { consumedPoints, remainingPoints, msBeforeNext } = await this.#count();
    const isAccepted = consumedPoints <= limit;
    const window = this.windows.at(-1);
    if (window) window[isAccepted ? "accepted" : "refused"] += 1;
    const serverMs = this.#serverMs();
    const usage = {
      "x-ratelimit-consumed": String(consumedPoints),
      "x-ratelimit-remaining": String(remainingPoints),
      "x-ratelimit-reset": new Date(serverMs + msBeforeNext).toUTCString(),
    };
    if (!isAccepted) {
      const { headers, ...rest } = errorResponse(429, hint, msBeforeNext, serverMs);
      return { ...rest, headers: { ...headers, ...(usageHeaders === "always" && usage) }, msBeforeNext };
    }
    const headers = { date: new Date(serverMs).toUTCString(), ...(usageHeaders !== "never" && usage) };
    return { status: 200, headers, body: done, msBeforeNext };
  }

  /** For use as the handler of an interceptor. */
  readonly handle = (context: RequestParts & { readonly url: string }): Promise<Response> =>
    this.fetch(context.url, context);

  /** For use as the `fetch` of a client. */
  readonly fetch = async (input: string | URL | Request, init: RequestParts = {}): Promise<Response> => {
    const { clock, faults = [] } = this.#options;
    const [url, signal] =
      input instanceof Request ? [input.url, init.signal ?? input.signal] : [String(input), init.signal];
    signal?.throwIfAborted();
    const fault = faults[this.requests.length % faults.length] ?? { kind: "none", hint: "body" };
    const call = new Headers(init.headers).get("x-call") ?? "";
    const request: SimulatedRequest = { call, url, body: init.body, sentMs: clock.now(), fault };
    this.requests.push(request);
    await this.#travel(signal);
    const response = await this.#receive(request);
    await this.#travel(signal, fault.kind === "hung");
    if (response === undefined) throw connectionError(fault.kind);
    request.status = response.status;
    request.sentBeforeResponse = this.requests.length;
    return response;
  };

  async #receive(request: SimulatedRequest): Promise<Response | undefined> {
    const { clock } = this.#options;
    const { fault } = request;
    if (fault.kind === "refused" || fault.kind === "reset") return undefined;
    if (fault.kind === "failed") {
      // `X-RateLimit-Reset` states a delay only on a 429.
      const isHinted = fault.hint !== "none" && (fault.hint !== "reset" || fault.status === 429);
      if (isHinted) request.retryAtMs = clock.now() + fault.waitMs;
      return toResponse(errorResponse(fault.status, fault.hint, fault.waitMs, this.#serverMs()));
    }
    const response = await this.respond(fault.hint);
    request.window = this.windows.length;
    if (response.status === 429 && fault.hint !== "none") request.retryAtMs = clock.now() + response.msBeforeNext;
    const processed = response.status === 200 ? this.#process(request.url) : undefined;
    if (fault.kind !== "none") return undefined;
    const { headers } = response;
    return processed ? new Response(processed.body, { status: processed.status, headers }) : toResponse(response);
  }

  async #count(): Promise<Consumption> {
    const consumption = await this.#window.consume();
    if (consumption.consumedPoints === 1) this.windows.push({ accepted: 0, refused: 0 });
    return consumption;
  }

  #serverMs(): number {
    const { clock, epochMs = EPOCH_MS, skewMs = 0 } = this.#options;
    return epochMs + skewMs + clock.now();
  }

  /** Waits for the latency in one direction, or forever. Rejects when the signal aborts. */
  #travel(signal: AbortSignal | null | undefined, isEndless = false): Promise<void> {
    const { clock, latencyMs = () => 0 } = this.#options;
    return new Promise((resolve, reject) => {
      const timer = isEndless ? undefined : clock.setTimeout(arrive, latencyMs());
      function arrive(): void {
        signal?.removeEventListener("abort", abort);
        resolve();
      }
      function abort(): void {
        clock.clearTimeout(timer);
        reject(signal?.reason);
      }
      signal?.addEventListener("abort", abort, { once: true });
    });
  }
}
