const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Listens to signals until it is disposed of. */
export interface Stopping extends Disposable {
  /** Whether a signal came. */
  readonly isStopped: boolean;
}

/** Calls `stop` on Ctrl-C, when the terminal closes, and when the process is told to end; once, however often that is said. */
export function stopOnSignal(stop: () => Promise<void> | undefined): Stopping {
  let isStopped = false;
  const onSignal = (): void => {
    if (!isStopped) void stop();
    isStopped = true;
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  return {
    get isStopped() {
      return isStopped;
    },
    [Symbol.dispose]() {
      for (const signal of SIGNALS) process.off(signal, onSignal);
    },
  };
}
