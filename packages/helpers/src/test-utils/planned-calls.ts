import type { OperationDescriptor } from "@segment-iam/client";
import fc from "fast-check";
import { startTimer } from "../clock.ts";
import { countListeners } from "./count-listeners.ts";
import { read, remove, write } from "./request-context.ts";
import type { Simulation } from "./simulate.ts";

const operations: Record<"read" | "remove" | "write", OperationDescriptor> = { read, remove, write };

/** A call to make at a given time. */
export interface PlannedCall {
  readonly operation: keyof typeof operations;
  readonly atMs: number;
  readonly priority: "interactive" | "bulk";
  /** The time from its start to its abort, or `null` for no abort. */
  readonly abortAfterMs: number | null;
}

/** The outcome of a call. */
export interface Outcome {
  readonly name: string;
  readonly planned: PlannedCall;
  /** How many times its promise settled. */
  settled: number;
  error?: unknown;
  /** How many listeners remain on its signal. */
  listenersLeft: number;
}

/** Generates calls that start within 20 seconds. Their signals can abort at any time, including before the call. */
export function plannedCalls(maxLength = 25, maxAbortAfterMs: number | null = 30_000): fc.Arbitrary<PlannedCall[]> {
  return fc.array(
    fc.record({
      operation: fc.constantFrom("read", "remove", "write"),
      atMs: fc.nat(20_000),
      priority: fc.constantFrom("interactive", "bulk"),
      abortAfterMs: maxAbortAfterMs === null ? fc.constant(null) : fc.option(fc.nat(maxAbortAfterMs), { freq: 2 }),
    }),
    { minLength: 1, maxLength },
  );
}

/** Makes the calls, and advances the clock until all have settled. Rejects if one can never settle. */
export async function runCalls({ clock, call }: Simulation, calls: readonly PlannedCall[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const settledCalls = calls.map(async (planned, index) => {
    const { operation, atMs, priority, abortAfterMs } = planned;
    const outcome: Outcome = { name: `call ${index}`, planned, settled: 0, listenersLeft: 0 };
    outcomes.push(outcome);
    await new Promise<void>((resolve) => void clock.setTimeout(() => resolve(), atMs));
    const controller = new AbortController();
    const listenerCount = countListeners(controller.signal);
    const abort = (): void => controller.abort(`${outcome.name} aborted`);
    const stop = abortAfterMs ? startTimer(clock, abortAfterMs, abort) : undefined;
    if (abortAfterMs === 0) abort();
    const settled = (error?: unknown): void => {
      outcome.settled += 1;
      outcome.error = error;
    };
    await call(outcome.name, operations[operation], { priority, signal: controller.signal }).then(
      () => settled(),
      settled,
    );
    stop?.();
    outcome.listenersLeft = listenerCount();
  });
  await clock.run(Promise.all(settledCalls));
  return outcomes;
}
