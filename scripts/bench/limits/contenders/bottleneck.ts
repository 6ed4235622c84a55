import { LIMIT } from "../cases.ts";
import { RefusedError, request, type Contender } from "../contender.ts";

interface Bottleneck {
  readonly default: new (options: object) => {
    schedule(task: () => Promise<void>): Promise<void>;
    /** What the listener answers is the delay in milliseconds before the job runs again. */
    on(event: "failed", listener: (error: Error) => number | undefined): void;
  };
}

/** A reservoir that is filled again each minute; a 429 is repeated after as long as its body says. */
export const bottleneck: Contender = {
  id: "bottleneck",
  name: "bottleneck",
  settings: "a reservoir of 60, refilled each 60 s; a 429 is repeated after the body's msBeforeNext",
  create: async ({ fetch, load }) => {
    const { default: Bottleneck } = await load<Bottleneck>("bottleneck");
    const limiter = new Bottleneck({
      reservoir: LIMIT.requests,
      reservoirRefreshAmount: LIMIT.requests,
      reservoirRefreshInterval: LIMIT.windowSeconds * 1_000,
    });
    limiter.on("failed", (error) => (error instanceof RefusedError ? error.retryAfterMs : undefined));
    return () => limiter.schedule(() => request(fetch));
  },
};
