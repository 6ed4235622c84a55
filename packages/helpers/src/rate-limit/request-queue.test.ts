import { flushPromises, VirtualClock } from "@segment-iam/test-utils/virtual-clock";
import { expect, it, vi } from "vitest";
import { createContext, read } from "../test-utils/request-context.ts";
import type { RateLimitWindow } from "./rate-limit-window.ts";
import { createRequestQueue } from "./request-queue.ts";

/** Creates a queue with a window that the test opens for each priority. Permits are numbered. */
function start() {
  const open = { interactive: false, bulk: false };
  let permits = 0;
  const window = {
    setSpecLimit: () => {},
    limit: () => 60,
    lengthMs: () => 60_000,
    remaining: () => 60,
    endsAtMs: () => Infinity,
    canSend: (isBulk: boolean) => (isBulk ? open.bulk : open.interactive),
    estimatedWaitMs: vi.fn<RateLimitWindow["estimatedWaitMs"]>(() => 0),
    reserve: () => (permits += 1),
    record: vi.fn<(permit: number) => void>(),
    reset: () => {},
  };
  const queue = createRequestQueue<number>(window, { clock: new VirtualClock() });
  const sent: string[] = [];
  const acquire = async (name: string, priority: "interactive" | "bulk" = "interactive"): Promise<void> => {
    sent.push(`${name}: ${await queue.acquire(createContext(read, { priority }))}`);
  };
  return { open, window, queue, sent, acquire };
}

it("sends calls in order when new calls arrive after the window has opened", async () => {
  const { open, queue, sent, acquire } = start();
  void acquire("a");
  void acquire("b", "bulk");
  open.interactive = open.bulk = true;
  void acquire("c", "bulk");
  void acquire("d");
  await flushPromises();
  expect([sent, queue.waiting(false), queue.waiting(true)]).toEqual([[], 2, 2]);
  queue.drain();
  await flushPromises();
  expect(sent).toEqual(["a: 1", "d: 2", "b: 3", "c: 4"]);
});

it("sends interactive calls before bulk calls that wait", async () => {
  const { open, sent, acquire } = start();
  void acquire("b", "bulk");
  open.interactive = true;
  void acquire("i");
  await flushPromises();
  expect(sent).toEqual(["i: 1"]);
});

it("sends no bulk call when only interactive calls are permitted", async () => {
  const { open, queue, sent, acquire } = start();
  void acquire("b", "bulk");
  open.interactive = true;
  queue.drain();
  await flushPromises();
  expect([sent, queue.waiting(true)]).toEqual([[], 1]);
});

it("estimates the wait of each call by its position and priority", () => {
  const { window, queue, acquire } = start();
  for (const name of ["a", "b"]) void acquire(name);
  for (const name of ["c", "d"]) void acquire(name, "bulk");
  window.estimatedWaitMs.mockClear();
  queue.rejectExpired();
  expect(window.estimatedWaitMs.mock.calls.map(([ahead, isBulk]) => [ahead, isBulk])).toEqual([
    [0, false],
    [1, false],
    [2, true],
    [3, true],
  ]);
});

it("estimates waits again only after a 429 or the response to a probe", () => {
  const { window, queue, acquire } = start();
  void acquire("a");
  window.estimatedWaitMs.mockClear();
  queue.release(1, { ok: true });
  expect(window.estimatedWaitMs).not.toHaveBeenCalled();
  queue.release(1, { ok: false, isRateLimited: true });
  expect(window.estimatedWaitMs).toHaveBeenCalledTimes(1);
  expect(window.record.mock.calls.map(([permit]) => permit)).toEqual([1, 1]);
});

it("estimates the wait of a call that got a 429 by its place before new calls", async () => {
  const { window, acquire, queue } = start();
  for (const name of ["a", "b"]) void acquire(name);
  window.estimatedWaitMs.mockClear();
  const context = createContext(read);
  context.call.attempts = 1;
  void queue.acquire(context);
  expect(window.estimatedWaitMs.mock.calls.map(([ahead]) => ahead)).toEqual([0]);
});
