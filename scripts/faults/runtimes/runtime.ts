/** The runtimes that the packages support. */
export type RuntimeName = "node20" | "node22" | "node24" | "node26" | "bun" | "deno" | "workerd" | "chromium";

/** A runtime that can run a probe. */
export interface Runtime {
  readonly name: RuntimeName;
  /** The start of what the runtime calls itself. */
  readonly agent: string;
  /** Starts a probe, whose plan is at `home`. A page loads the probe from there, too. */
  start(probe: string, home: string): Promise<RunningProbe>;
}

/** A probe that has started. */
export interface RunningProbe {
  /** Resolves when the probe ends, with or without a report. */
  readonly ended: Promise<ProbeEnd>;
  /** Waits for the probe to exit, and kills it when it does not. */
  finish(): Promise<ProbeEnd>;
  kill(): Promise<unknown>;
}

/** How a probe ended. */
export interface ProbeEnd {
  /** `exit 0`, or what came instead. */
  readonly end: string;
  /** What the probe printed. */
  readonly output: string;
}
