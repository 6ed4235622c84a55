import type { Clock } from "../time/clock.ts";
import { refusal, type Hint } from "./refusal.ts";

/** A limit that is enforced. */
export interface LimitedServerOptions {
  readonly clock: Clock;
  readonly limit: number;
  readonly windowMs: number;
  /** How far the server's wall clock is off ours, in milliseconds. @default 0 */
  readonly skewMs?: number;
  /** How long the way takes there, and the same back, in milliseconds. @default 0 */
  readonly latencyMs?: () => number;
  /** Whether successes carry figures. @default true */
  readonly tells?: boolean;
}

const EPOCH_MS = Date.UTC(2026, 0, 1) + 250;

/**
 * Enforces a fixed window as the API does: the first request opens it, each success tells its figures in headers with the resolution
 * of a second, each 429 in its body.
 */
export class LimitedServer {
  readonly #options: LimitedServerOptions;
  #consumed = 0;
  #endMs = -Infinity;
  /** What became of our requests, window by window. */
  readonly windows: { accepted: number; refused: number }[] = [];

  constructor(options: LimitedServerOptions) {
    this.#options = options;
  }

  /** Uses up one request of the window, as somebody else would. */
  consume(): boolean {
    const { clock, limit, windowMs } = this.#options;
    if (clock.now() >= this.#endMs) {
      this.#endMs = clock.now() + windowMs;
      this.windows.push({ accepted: 0, refused: 0 });
      this.#consumed = 0;
    }
    this.#consumed += 1;
    return this.#consumed <= limit;
  }

  /** How many of our requests were refused in all. */
  get refused(): number {
    return this.windows.reduce((count, { refused }) => count + refused, 0);
  }

  /** To be used as a handler or as a client's `fetch`. */
  readonly answer = async (): Promise<Response> => {
    await this.#travel();
    const response = this.respond();
    await this.#travel();
    return response;
  };

  /** The time on the server's wall clock, in epoch milliseconds. */
  get wallMs(): number {
    return EPOCH_MS + (this.#options.skewMs ?? 0) + this.#options.clock.now();
  }

  /** How long its window still lasts, in milliseconds. */
  get leftMs(): number {
    return this.#endMs - this.#options.clock.now();
  }

  /** Answers at once. */
  respond(hint: Hint = "body"): Response {
    const { limit, tells = true } = this.#options;
    const isAccepted = this.consume();
    const window = this.windows.at(-1);
    if (window) window[isAccepted ? "accepted" : "refused"] += 1;
    if (!isAccepted) return refusal(429, hint, this.leftMs, this.wallMs);
    const figures = {
      "x-ratelimit-consumed": String(this.#consumed),
      "x-ratelimit-remaining": String(limit - this.#consumed),
      "x-ratelimit-reset": new Date(this.wallMs + this.leftMs).toUTCString(),
    };
    const date = new Date(this.wallMs).toUTCString();
    return Response.json({ data: { status: "SUCCESS" } }, { headers: { date, ...(tells && figures) } });
  }

  #travel(): Promise<void> {
    const { clock, latencyMs = () => 0 } = this.#options;
    return new Promise((resolve) => void clock.setTimeout(() => resolve(), latencyMs()));
  }
}
