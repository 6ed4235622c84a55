import type { CallOptions, Interceptor, OperationDescriptor } from "@segment-iam/client";
import { SimulatedApi } from "@segment-iam/test-utils/simulated-api";
import { VirtualClock } from "@segment-iam/test-utils/virtual-clock";
import { sharedRateLimit, type SharedRateLimiter, type SharedRateLimitOptions } from "../redis/shared-rate-limit.ts";
import { createContext, write } from "./request-context.ts";
import { InMemoryWindowStore } from "./in-memory-window-store.ts";

/** The limit that is shared. */
export const LIMIT = 10;
export const WINDOW_MS = 10_000;
/** What is called. */
export const operation: OperationDescriptor = {
  ...write,
  rateLimit: { requests: LIMIT, windowSeconds: WINDOW_MS / 1_000 },
};

/** A process that shares. */
interface SharingProcess {
  readonly limiter: SharedRateLimiter;
  call(options?: CallOptions): Promise<Response>;
  /** As many calls at once. */
  calls(count: number): Promise<Response>[];
}

/** What there is to share. */
export interface Sharing {
  readonly clock: VirtualClock;
  readonly windows: InMemoryWindowStore;
  readonly server: SimulatedApi;
  /** When each request was sent. */
  readonly sentAtMs: number[];
  /** How many of its process were under way when each request was sent, itself included. */
  readonly underWay: number[];
  /** Starts a process, with an interceptor around its limiter. */
  join(around?: Interceptor): SharingProcess;
}

/** Sets up shared windows 2 ms away and a server 10 ms away. */
export function simulateSharedLimit(options: SharedRateLimitOptions = {}): Sharing {
  const clock = new VirtualClock();
  const windows = new InMemoryWindowStore({ clock, latencyMs: () => 1 });
  const server = new SimulatedApi({ clock, limit: LIMIT, windowMs: WINDOW_MS, latencyMs: () => 5 });
  const sentAtMs: number[] = [];
  const underWay: number[] = [];

  function join(around: Interceptor = (next) => next): SharingProcess {
    let inFlight = 0;
    const limiter = sharedRateLimit(windows, { clock, ...options });
    const handler = around(
      limiter(async (context) => {
        sentAtMs.push(clock.now());
        underWay.push((inFlight += 1));
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

  return { clock, windows, server, sentAtMs, underWay, join };
}
