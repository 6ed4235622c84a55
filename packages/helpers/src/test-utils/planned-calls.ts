import type { OperationDescriptor } from "@segment-iam/client";
import fc from "fast-check";
import { startTimer } from "../clock.ts";
import { countListeners } from "./count-listeners.ts";
import { read, remove, write } from "./request-context.ts";
import type { Simulation } from "./simulate.ts";

const operations: Record<"read" | "remove" | "write", OperationDescriptor> = { read, remove, write };

/** A call that will be made. */
export interface PlannedCall {
  readonly operation: keyof typeof operations;
  readonly atMs: number;
  readonly priority: "interactive" | "bulk";
  /** When it is aborted, counted from its start; `null` for never. */
  readonly abortAfterMs: number | null;
}

/** What became of a call. */
export interface Outcome {
  readonly name: string;
  readonly plan: PlannedCall;
  /** How often its promise settled. */
  settled: number;
  error?: unknown;
  /** How many listeners it left on its signal. */
  listenersLeft: number;
}

/** Some calls, in the course of some seconds. Their signals may abort at any time, before they are made too. */
export function plans(maxLength = 25, maxAbortAfterMs: number | null = 30_000): fc.Arbitrary<PlannedCall[]> {
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

/** Makes the calls, and lets as much time pass as they take. Fails when one of them can never settle. */
export async function runCalls({ clock, call }: Simulation, plan: readonly PlannedCall[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const ends = plan.map(async (planned, index) => {
    const { operation, atMs, priority, abortAfterMs } = planned;
    const outcome: Outcome = { name: `call ${index}`, plan: planned, settled: 0, listenersLeft: 0 };
    outcomes.push(outcome);
    await new Promise<void>((resolve) => void clock.setTimeout(() => resolve(), atMs));
    const controller = new AbortController();
    const listeners = countListeners(controller.signal);
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
    outcome.listenersLeft = listeners();
  });
  await clock.run(Promise.all(ends));
  return outcomes;
}
