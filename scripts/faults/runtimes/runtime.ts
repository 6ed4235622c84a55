/** Where the packages have to work. */
export type RuntimeName = "node20" | "node22" | "node24" | "node26" | "bun" | "deno" | "workerd" | "chromium";

/** A runtime, and how a probe is started in it. */
export interface Runtime {
  readonly name: RuntimeName;
  /** What it calls itself: it has to be the one that was meant. */
  readonly agent: string;
  /** Starts a probe, a module whose plan is to be had at `home`. A page loads the module from there. */
  start(probe: string, home: string): Promise<RunningProbe>;
}

/** A probe under way. */
export interface RunningProbe {
  /** Settles when it ends, which may be before it could report. */
  readonly ended: Promise<ProbeEnd>;
  /** Lets it end by itself, which must not take long, and kills it if it does not. */
  finish(): Promise<ProbeEnd>;
  kill(): Promise<unknown>;
}

/** How a probe ended. */
export interface ProbeEnd {
  /** `exit 0`, or what came instead. */
  readonly end: string;
  /** What it printed, for who has to find out why. */
  readonly output: string;
}
