import { ApiError, type Exchange } from "@segment-iam/client";

/** What an answer tells of its operation's window. Each figure may be missing. */
export interface Answer {
  /** `success`, `refused` for a 429, `other` for everything else. */
  readonly kind: "success" | "refused" | "other";
  /** Requests counted in the window, this one included. */
  readonly consumed?: number | undefined;
  /** Requests left in the window. */
  readonly remaining?: number | undefined;
  /** The end of the window on the server's clock, in epoch milliseconds. It tells windows apart; our clock plays no part. */
  readonly resetMs?: number | undefined;
  /** The time to that end when the answer was sent, in milliseconds, within a second either way. */
  readonly resetInMs?: number | undefined;
  /** How long a 429 asked to wait, in milliseconds, a margin included. */
  readonly retryAfterMs?: number | undefined;
}

/** Reads a response's rate-limit headers, and the body of a 429. The body stays readable. */
export async function readAnswer(response: Response, { operation, call }: Exchange): Promise<Answer> {
  if (response.status === 429) {
    const { retryAfterMs } = await ApiError.from(response.clone(), operation.id, call.attempts);
    return { kind: "refused", retryAfterMs };
  }
  const { headers, ok } = response;
  return {
    kind: ok ? "success" : "other",
    consumed: readCount(headers.get("x-ratelimit-consumed")),
    remaining: readCount(headers.get("x-ratelimit-remaining")),
    ...readReset(headers.get("x-ratelimit-reset"), headers.get("date")),
  };
}

function readCount(value: string | null): number | undefined {
  return value !== null && /^\d+$/.test(value) ? Number(value) : undefined;
}

/** A reset before the answer's own date, such as the start of 1970, is no reset. One second is the resolution of both. */
function readReset(reset: string | null, date: string | null): Pick<Answer, "resetMs" | "resetInMs"> {
  const resetMs = Date.parse(reset ?? "");
  const resetInMs = resetMs - Date.parse(date ?? "");
  return resetInMs >= -1_000 ? { resetMs, resetInMs: Math.max(0, resetInMs) } : {};
}
