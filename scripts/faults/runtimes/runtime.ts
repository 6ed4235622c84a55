/** The runtimes that the packages support. */
export type RuntimeName = "node20" | "node22" | "node24" | "node26" | "bun" | "deno" | "workerd" | "chromium";

/** A runtime that can run a probe. */
export interface Runtime {
  readonly name: RuntimeName;
  /** The start of the runtime's user agent or version. */
  readonly agent: string;
  /** Starts a probe that fetches its plan from `controlUrl`. A page loads the probe from there, too. */
  start(probe: string, controlUrl: string): Promise<RunningProbe>;
}

/** A probe that has started. */
export interface RunningProbe {
  /** Resolves when the probe ends, with or without a report. */
  readonly ended: Promise<ProbeEnd>;
  /** Waits for the probe to exit. Kills it after a time limit. */
  finish(): Promise<ProbeEnd>;
  kill(): Promise<unknown>;
}

/** How a probe ended. */
export interface ProbeEnd {
  /** `exit 0`, or how the probe failed. */
  readonly end: string;
  /** The output of the probe. */
  readonly output: string;
}
