import { createIamClient, type CallOptions, type IamClient, type OperationDescriptor } from "@segment-iam/client";
import { seededRandom } from "@segment-iam/test-utils/random";
import { SimulatedApi, type SimulatedApiOptions } from "@segment-iam/test-utils/simulated-api";
import { VirtualClock } from "@segment-iam/test-utils/virtual-clock";
import { vi } from "vitest";
import { rateLimit, type RateLimiter } from "../rate-limit/rate-limit.ts";
import type { RateLimitOptions } from "../rate-limit/types.ts";
import { retry, type RetryOptions } from "../retry/retry.ts";

/** Options of `simulate`. */
export interface SimulationOptions extends Partial<Pick<SimulatedApiOptions, "skewMs" | "limit" | "windowMs">> {
  /** The seed of the random latencies and backoffs. */
  readonly seed: number;
  readonly faults?: NonNullable<SimulatedApiOptions["faults"]>;
  readonly retry?: RetryOptions;
  readonly rateLimit?: RateLimitOptions;
}

/** A real client with retry and rate limits, in front of a simulated API, in virtual time. */
export interface Simulation {
  readonly clock: VirtualClock;
  readonly api: SimulatedApi;
  readonly limiter: RateLimiter;
  readonly iam: IamClient;
  /** Makes a call whose requests have its name in the header `x-call`. Settles like the call. */
  call(name: string, operation: OperationDescriptor, options?: CallOptions): Promise<unknown>;
}

/** Creates a simulation and replaces the global timers. Restore them with `vi.unstubAllGlobals()`. */
export function simulate({
  seed,
  faults = [{ kind: "none", hint: "none" }],
  limit = 60,
  windowMs = 60_000,
  ...options
}: SimulationOptions): Simulation {
  const clock = new VirtualClock();
  vi.stubGlobal("setTimeout", (callback: () => void, delayMs: number) => clock.setTimeout(callback, delayMs));
  vi.stubGlobal("clearTimeout", (timer: unknown) => clock.clearTimeout(timer));
  const random = seededRandom(seed);
  const latencyMs = (): number => 5 + random() * 200;
  const api = new SimulatedApi({ clock, limit, windowMs, latencyMs, faults, ...options });
  const limiter = rateLimit({ clock, ...options.rateLimit });
  const interceptors = [retry({ clock, random, ...options.retry }), limiter];
  const iam = createIamClient({ token: "sgp_test", fetch: api.fetch, interceptors });
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
