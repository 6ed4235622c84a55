import { settle, VirtualClock } from "@segment-iam/test-utils/virtual-clock";
import { expect, it, vi } from "vitest";
import { exchangeOf, read } from "../test-utils/exchange.ts";
import { createGate } from "./gate.ts";
import type { Pace } from "./pace.ts";

/** A gate before a pace that opens when told, for either class, and numbers what it lets through. */
function start(open = { interactive: false, bulk: false }) {
  let passes = 0;
  const pace = {
    assume: () => {},
    limit: () => 60,
    remaining: () => 60,
    endsAtMs: () => Infinity,
    isOpen: (isBulk: boolean) => (isBulk ? open.bulk : open.interactive),
    waitMs: vi.fn<Pace["waitMs"]>(() => 0),
    send: () => (passes += 1),
    receive: vi.fn<(pass: number) => void>(),
  };
  const gate = createGate<number>(pace, { clock: new VirtualClock() });
  const admitted: string[] = [];
  const enter = async (name: string, priority: "interactive" | "bulk" = "interactive"): Promise<void> => {
    admitted.push(`${name}: ${await gate.enter(exchangeOf(read, { priority }))}`);
  };
  return { open, pace, gate, admitted, enter };
}

it("lets nobody pass those who wait, although the pace has opened meanwhile", async () => {
  const { open, gate, admitted, enter } = start();
  void enter("a");
  void enter("b", "bulk");
  open.interactive = open.bulk = true;
  void enter("c", "bulk");
  void enter("d");
  await settle();
  expect([admitted, gate.waiting(false), gate.waiting(true)]).toEqual([[], 2, 2]);
  gate.admit();
  await settle();
  expect(admitted).toEqual(["a: 1", "d: 2", "b: 3", "c: 4"]);
});

it("lets interactive calls pass bulk work that waits", async () => {
  const { open, admitted, enter } = start();
  void enter("b", "bulk");
  open.interactive = true;
  void enter("i");
  await settle();
  expect(admitted).toEqual(["i: 1"]);
});

it("keeps bulk work waiting where only interactive calls may go", async () => {
  const { open, gate, admitted, enter } = start();
  void enter("b", "bulk");
  open.interactive = true;
  gate.admit();
  await settle();
  expect([admitted, gate.waiting(true)]).toEqual([[], 1]);
});

it("asks the pace how long each has to wait, by its place and class", () => {
  const { pace, gate, enter } = start();
  for (const name of ["a", "b"]) void enter(name);
  for (const name of ["c", "d"]) void enter(name, "bulk");
  pace.waitMs.mockClear();
  gate.turnAway();
  expect(pace.waitMs.mock.calls.map(([ahead, isBulk]) => [ahead, isBulk])).toEqual([
    [0, false],
    [1, false],
    [2, true],
    [3, true],
  ]);
});

it("asks it again only when an answer may have changed that for the worse", () => {
  const { pace, gate, enter } = start();
  void enter("a");
  pace.waitMs.mockClear();
  gate.leave(1, { ok: true });
  expect(pace.waitMs).not.toHaveBeenCalled();
  gate.leave(1, { ok: false, refused: true });
  expect(pace.waitMs).toHaveBeenCalledTimes(1);
  expect(pace.receive.mock.calls.map(([pass]) => pass)).toEqual([1, 1]);
});
