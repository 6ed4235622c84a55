import { LIMIT, type Case } from "./cases.ts";
import { exponential } from "./exponential.ts";
import type { Load } from "./peers.ts";

/** As much of `rate-limiter-flexible` as is used. */
interface RateLimiterModule {
  readonly RateLimiterMemory: new (options: { points: number; duration: number }) => {
    /** Rejects with the same when the limit is exceeded. */
    consume(key: string): Promise<Consumption>;
  };
}
interface Consumption {
  readonly consumedPoints: number;
  readonly remainingPoints: number;
  readonly msBeforeNext: number;
}

/** What the API saw of the contender. */
export interface ApiRecord {
  requests: number;
  /** 429s, window by window. */
  readonly refused: number[];
  /** When each 429 was sent, in epoch milliseconds of the global clock. */
  readonly refusedAtMs: number[];
}

export interface LimitedApi {
  readonly record: ApiRecord;
  readonly fetch: typeof globalThis.fetch;
}

/**
 * Answers as the API does, on the global clock and over a way that takes time: a fixed window, counted by the package that the API
 * itself seems to use; headers with the figures on successes; a 429 with its figures in the body.
 */
export async function createLimitedApi(conditions: Case, load: Load, random: () => number): Promise<LimitedApi> {
  const { RateLimiterMemory } = await load<RateLimiterModule>("rate-limiter-flexible");
  const limiter = new RateLimiterMemory({ points: LIMIT.requests, duration: LIMIT.windowSeconds });
  const { othersPerMinute, skewMs, tellsInRefusals, roundTripMs } = conditions;
  const record: ApiRecord = { requests: 0, refused: [], refusedAtMs: [] };

  async function consume(): Promise<Consumption> {
    const consumption = await limiter.consume("token").catch((error: Consumption) => error);
    if (consumption.consumedPoints === 1) record.refused.push(0);
    return consumption;
  }

  function respond(consumption: Consumption): Response {
    const { consumedPoints, remainingPoints, msBeforeNext } = consumption;
    const serverMs = Date.now() + skewMs;
    const date = new Date(serverMs).toUTCString();
    const figures = {
      "x-ratelimit-consumed": String(consumedPoints),
      "x-ratelimit-remaining": String(remainingPoints),
      "x-ratelimit-reset": new Date(serverMs + msBeforeNext).toUTCString(),
    };
    if (consumedPoints > LIMIT.requests) {
      record.refused[record.refused.length - 1] = (record.refused.at(-1) ?? 0) + 1;
      record.refusedAtMs.push(Date.now());
      const data = { remainingPoints, msBeforeNext, consumedPoints };
      const errors = [{ type: "RequestError", message: "Too many requests", data }];
      return Response.json({ errors }, { status: 429, headers: { date, ...(tellsInRefusals && figures) } });
    }
    return Response.json({ data: { status: "SUCCESS" } }, { headers: { date, ...figures } });
  }

  function travel(signal?: AbortSignal | null): Promise<void> {
    const delayMs = (roundTripMs.fixed + exponential(random, roundTripMs.mean)) / 2;
    return new Promise((resolve, reject) => {
      signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
      setTimeout(resolve, delayMs);
    });
  }

  async function somebodyElse(): Promise<void> {
    await consume();
    setTimeout(somebodyElse, exponential(random, 60_000 / othersPerMinute));
  }
  if (othersPerMinute > 0) setTimeout(somebodyElse, exponential(random, 60_000 / othersPerMinute));

  return {
    record,
    fetch: async (input, init) => {
      const signal = init?.signal ?? (input instanceof Request ? input.signal : undefined);
      signal?.throwIfAborted();
      record.requests += 1;
      await travel(signal);
      const response = respond(await consume());
      await travel(signal);
      return response;
    },
  };
}
