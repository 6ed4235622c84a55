import { ApiError, type Exchange } from "@segment-iam/client";

/** What an answer tells of its operation's window. Each figure may be missing. */
export interface RateLimitInfo {
  /** Whether it is a success. */
  readonly ok: boolean;
  /** Whether it is a 429. */
  readonly refused?: boolean;
  /** How long a 429 asked to wait, in milliseconds, a margin included. */
  readonly retryAfterMs?: number | undefined;
  /** Requests counted in the window, this one included. */
  readonly consumed?: number | undefined;
  /** Requests left in the window. */
  readonly remaining?: number | undefined;
  /** The end of the window on the server's clock, in epoch milliseconds. It tells windows apart; our clock plays no part. */
  readonly resetMs?: number | undefined;
  /** The time to that end when the answer was sent, in milliseconds, within a second either way. */
  readonly resetInMs?: number | undefined;
}

const readReset = /* @__PURE__ */ createDateReader();
const readDate = /* @__PURE__ */ createDateReader();

/** Reads a response's rate-limit headers. */
export function readRateLimitInfo({ ok, headers }: Response): RateLimitInfo {
  const consumed = readCount(headers.get("x-ratelimit-consumed"));
  const remaining = readCount(headers.get("x-ratelimit-remaining"));
  const resetMs = readReset(headers.get("x-ratelimit-reset"));
  const resetInMs = resetMs - readDate(headers.get("date"));
  // A reset before the answer's own date, such as the start of 1970, is no reset. One second is the resolution of both.
  if (!(resetInMs >= -1_000)) return { ok, consumed, remaining };
  return { ok, consumed, remaining, resetMs, resetInMs: Math.max(0, resetInMs) };
}

/** Reads how long a 429 asks to wait. */
export async function readRateLimitError(response: Response, { operation, call }: Exchange): Promise<RateLimitInfo> {
  const { retryAfterMs } = await ApiError.from(response, operation.id, call.attempts);
  return { ok: false, refused: true, retryAfterMs };
}

function readCount(value: string | null): number | undefined {
  return /^\d+$/.test(String(value)) ? Number(value) : undefined;
}

/** Reads dates and knows the last one again: a header has the same for a second at least, and parsing is slow beside all else here. */
function createDateReader(): (text: string | null) => number {
  let known: string | null = null;
  let dateMs = NaN;
  return (text) => {
    if (text !== known) dateMs = Date.parse(String(text));
    known = text;
    return dateMs;
  };
}
