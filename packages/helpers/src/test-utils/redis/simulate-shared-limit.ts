import type { CallOptions, Interceptor, OperationDescriptor } from "@segment-iam/client";
import { SimulatedApi } from "@segment-iam/test-utils/simulated-api";
import { VirtualClock } from "@segment-iam/test-utils/virtual-clock";
import { sharedRateLimit, type SharedRateLimiter, type SharedRateLimitOptions } from "../../redis/shared-rate-limit.ts";
import { createContext, write } from "../request-context.ts";
import { InMemoryWindowStore } from "./in-memory-window-store.ts";

/** The shared limit, in requests per window. */
export const LIMIT = 10;
export const WINDOW_MS = 10_000;
/** The operation that all processes call. */
export const operation: OperationDescriptor = {
  ...write,
  rateLimit: { requests: LIMIT, windowSeconds: WINDOW_MS / 1_000 },
};

/** A simulated process. */
interface SimulatedProcess {
  readonly limiter: SharedRateLimiter;
  call(options?: CallOptions): Promise<Response>;
  /** Makes `count` calls at once. */
  calls(count: number): Promise<Response>[];
}

/** Simulated processes that share a limit. */
export interface SharedLimitSimulation {
  readonly clock: VirtualClock;
  readonly windows: InMemoryWindowStore;
  readonly server: SimulatedApi;
  /** When each request was sent. */
  readonly sentAtMs: number[];
  /** For each request: how many requests of its process were in flight, including itself. */
  readonly inFlightCounts: number[];
  /** Starts a process, with an interceptor around its limiter. */
  startProcess(around?: Interceptor): SimulatedProcess;
}

/** Simulates a store with a round trip of 2 ms, and a server with a round trip of 10 ms. */
export function simulateSharedLimit(options: SharedRateLimitOptions = {}): SharedLimitSimulation {
  const clock = new VirtualClock();
  const windows = new InMemoryWindowStore({ clock, latencyMs: () => 1 });
  const server = new SimulatedApi({ clock, limit: LIMIT, windowMs: WINDOW_MS, latencyMs: () => 5 });
  const sentAtMs: number[] = [];
  const inFlightCounts: number[] = [];

  function startProcess(around: Interceptor = (next) => next): SimulatedProcess {
    let inFlight = 0;
    const limiter = sharedRateLimit(windows, { clock, ...options });
    const handler = around(
      limiter(async (context) => {
        sentAtMs.push(clock.now());
        inFlightCounts.push((inFlight += 1));
        try {
          return await server.handle(context);
        } finally {
          inFlight -= 1;
        }
      }),
    );
    const call = (callOptions?: CallOptions): Promise<Response> => handler(createContext(operation, callOptions));
    return { limiter, call, calls: (count) => Array.from({ length: count }, () => call()) };
  }

  return { clock, windows, server, sentAtMs, inFlightCounts, startProcess };
}
