import { CALLS, LIMIT, type Case } from "./cases.ts";
import type { Load } from "./peers.ts";
import { exponential } from "./random.ts";

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

/** What the API saw. */
export interface ApiRecord {
  requests: number;
  /** The requests of somebody else that were accepted. */
  taken: number;
  /** Our 429s, window by window. */
  readonly refused: number[];
}

export interface LimitedApi {
  readonly record: ApiRecord;
  readonly fetch: typeof globalThis.fetch;
}

/**
 * Answers as the API does, on the global clock and over a way that takes time: a fixed window, counted by the package that the API
 * itself seems to use; headers with the figures on successes only; a 429 with its figures in the body.
 */
export async function createLimitedApi(conditions: Case, load: Load, random: () => number): Promise<LimitedApi> {
  const { RateLimiterMemory } = await load<RateLimiterModule>("rate-limiter-flexible");
  const limiter = new RateLimiterMemory({ points: LIMIT.requests, duration: LIMIT.windowSeconds });
  const { othersPerMinute, skewMs, roundTripMs } = conditions;
  const record: ApiRecord = { requests: 0, taken: 0, refused: [] };

  async function consume(): Promise<Consumption> {
    const consumption = await limiter.consume("token").catch((error: Consumption) => error);
    if (consumption.consumedPoints === 1) record.refused.push(0);
    return consumption;
  }

  function respond(consumption: Consumption): Response {
    const { consumedPoints, remainingPoints, msBeforeNext } = consumption;
    const serverMs = Date.now() + skewMs;
    const date = new Date(serverMs).toUTCString();
    if (consumedPoints > LIMIT.requests) {
      record.refused[record.refused.length - 1] = (record.refused.at(-1) ?? 0) + 1;
      const data = { remainingPoints, msBeforeNext, consumedPoints };
      const errors = [{ type: "RequestError", message: "Too many requests", data }];
      return Response.json({ errors }, { status: 429, headers: { date } });
    }
    const headers = {
      date,
      "x-ratelimit-consumed": String(consumedPoints),
      "x-ratelimit-remaining": String(remainingPoints),
      "x-ratelimit-reset": new Date(serverMs + msBeforeNext).toUTCString(),
    };
    return Response.json({ data: { status: "SUCCESS" } }, { headers });
  }

  function travel(signal?: AbortSignal | null): Promise<void> {
    const delayMs = (roundTripMs.fixed + exponential(random, roundTripMs.mean)) / 2;
    return new Promise((resolve, reject) => {
      signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
      setTimeout(resolve, delayMs);
    });
  }

  async function somebodyElse(): Promise<void> {
    const { consumedPoints } = await consume();
    if (consumedPoints <= LIMIT.requests) record.taken += 1;
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

/** How long it takes whoever knows everything beforehand: the beginning of the last window that has to be used. */
export function idealSeconds({ taken }: ApiRecord): number {
  return (Math.ceil((CALLS + taken) / LIMIT.requests) - 1) * LIMIT.windowSeconds;
}
