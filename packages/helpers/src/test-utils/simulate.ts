import { createIamClient, type CallOptions, type IamClient, type OperationDescriptor } from "@segment-iam/client";
import { vi } from "vitest";
import { rateLimit, type RateLimiter, type RateLimitOptions } from "../rate-limit/rate-limit.ts";
import { retry, type RetryOptions } from "../retry/retry-interceptor.ts";
import type { Fate } from "./fate.ts";
import type { LimitedServerOptions } from "./limited-server.ts";
import { seededRandom } from "./random.ts";
import { SimulatedApi } from "./simulated-api.ts";
import { VirtualClock } from "./virtual-clock.ts";

/** What is simulated. */
export interface SimulationOptions
  extends Pick<LimitedServerOptions, "skewMs" | "tells">, Partial<Pick<LimitedServerOptions, "limit" | "windowMs">> {
  /** Of latencies and backoffs. */
  readonly seed: number;
  readonly fates?: readonly Fate[];
  readonly retry?: RetryOptions;
  readonly rateLimit?: RateLimitOptions;
}

/** A real client with retry and pacing, before a simulated server, in virtual time. */
export interface Simulation {
  readonly clock: VirtualClock;
  readonly api: SimulatedApi;
  readonly limiter: RateLimiter;
  readonly iam: IamClient;
  /** Makes a call whose requests the API can tell from others'. It rejects as the call does. */
  call(name: string, operation: OperationDescriptor, options?: CallOptions): Promise<unknown>;
}

/** Sets it up, the timers of the client included. Undo with `vi.unstubAllGlobals()`. */
export function simulate({
  seed,
  fates = [],
  limit = 60,
  windowMs = 60_000,
  ...options
}: SimulationOptions): Simulation {
  const clock = new VirtualClock();
  vi.stubGlobal("setTimeout", (callback: () => void, delayMs: number) => clock.setTimeout(callback, delayMs));
  vi.stubGlobal("clearTimeout", (timer: unknown) => clock.clearTimeout(timer));
  const random = seededRandom(seed);
  const latencyMs = (): number => 5 + random() * 200;
  const api = new SimulatedApi({ clock, limit, windowMs, latencyMs, ...options }, fates);
  const limiter = rateLimit({ clock, ...options.rateLimit });
  const interceptors = [retry({ clock, random, ...options.retry }), limiter];
  const iam = createIamClient({ token: "sgp_test", fetch: api.fetch as typeof fetch, interceptors });
  return {
    clock,
    api,
    limiter,
    iam,
    call: async (name, operation, callOptions) => {
      const input = operation.body ? { name } : {};
      return (await iam.call(operation, input, { ...callOptions, headers: { "x-call": name } })).data;
    },
  };
}
