import { describe, expect, it } from "vitest";
import { alone, ask, limit, refused, sendAll, told, untold } from "../test-utils/pacing.ts";
import { createPace } from "./pace.ts";

describe("without a reset", () => {
  const timeless = { ok: true, consumed: 1, remaining: 59 };

  it("an answer belongs to the window its request was sent in", () => {
    const pace = createPace(limit);
    ask(pace, timeless);
    ask(pace, { ...timeless, consumed: 5, remaining: 55 }, 100);
    expect(pace.remaining(100)).toBe(55);
    expect(pace.endsAtMs(100)).toBe(60_050);
  });

  it("an answer to a request of the window before tells nothing of this one", () => {
    const pace = createPace(limit);
    ask(pace, timeless);
    const late = pace.send(0);
    ask(pace, timeless, 60_050);
    pace.receive(late, { ...timeless, consumed: 9, remaining: 51 }, 60_060);
    expect(pace.remaining(60_060)).toBe(59);
  });

  it("the answer to a probe is of a new window", () => {
    const pace = createPace(limit);
    ask(pace, { ...timeless, consumed: 60, remaining: 0 });
    ask(pace, timeless, 60_050);
    expect(pace.remaining(60_050)).toBe(59);
  });
});

it("believes the answer to a probe that finds the old window still open", () => {
  const pace = createPace(limit);
  ask(pace, told(60, 20_000));
  ask(pace, told(60, 5_000), 21_050);
  expect([pace.isOpen(false, 21_050), pace.endsAtMs(21_050)]).toEqual([false, 21_050 + 6_050]);
});

it("goes over to the next window as soon as an answer is of it", () => {
  const pace = createPace(limit);
  ask(pace, told(60, 60_000));
  const early = pace.send(0);
  pace.receive(early, told(1, 60_000, 1_060_000), 59_000);
  expect([pace.remaining(59_000), pace.endsAtMs(59_000)]).toEqual([59, 59_000 + 60_050]);
});

it("is over at the earliest end that an answer bounds", () => {
  const pace = createPace(limit);
  ask(pace, told(5, 30_000));
  ask(pace, told(6, 28_000), 1_000);
  expect(pace.endsAtMs(1_000)).toBe(1_000 + 29_050);
});

it("keeps the spec's limit when an answer tells only what is left", () => {
  const pace = createPace(limit);
  ask(pace, { ok: true, remaining: 7 });
  expect([pace.limit(), pace.remaining(0)]).toEqual([60, 7]);
});

it("becomes careful as soon as others are seen in a window it had to itself", () => {
  const pace = alone();
  ask(pace, told(30, 50_000, 1_060_000), 60_060);
  // Two of thirty are ours, so a fifteenth of half of what is left: one.
  expect(sendAll(pace, 60_060)).toHaveLength(1);
});

it("takes its share of half of what is left beside others, as many as it saw answered and one more at most", () => {
  const pace = createPace(limit);
  ask(pace, { ...told(2), remaining: 400 });
  for (let count = 2; count <= 5; count += 1) ask(pace, { ...told(count + 1), remaining: 401 - count });
  expect(sendAll(pace)).toHaveLength(6);
  const [pass] = sendAll(pace);
  expect(pass).toBeUndefined();
});

it("takes requests under way off what is left, of a window that is not known too", () => {
  const pace = createPace(limit);
  pace.send(0);
  expect(pace.remaining(0)).toBe(59);
});

it("goes on probing while its probe is under way, whatever becomes of older requests", () => {
  const pace = alone();
  const [old] = [pace.send(60_050)];
  const probe = pace.send(130_000);
  pace.receive(old, undefined, 130_001);
  expect([probe, pace.isOpen(false, 130_001)]).toEqual([undefined, false]);
});

it("does not hold anything back for ever after, where neither the spec nor the server tells a figure", () => {
  const pace = createPace(undefined);
  ask(pace, untold);
  expect([sendAll(pace, 1e12).length, pace.endsAtMs(1e12)]).toEqual([1_000, Infinity]);
});

it("begins with a second again after a 429 that said for how long", () => {
  const pace = createPace(undefined);
  ask(pace, refused());
  ask(pace, refused(3_000), 1_000);
  ask(pace, refused(), 4_000);
  expect(pace.endsAtMs(4_000)).toBe(5_000);
});

it("foresees a whole window where its end is not known, and none of a length that nobody states", () => {
  const pace = createPace(limit);
  pace.send(0);
  expect([58, 59, 118, 119].map((ahead) => pace.waitMs(ahead, false, 0))).toEqual([0, 60_000, 60_000, 120_000]);
  const unstated = createPace(undefined);
  ask(unstated, told(60, 20_000));
  expect(unstated.waitMs(500, false, 0)).toBe(21_050);
});

it("is not opened by the answer to a probe that was sent before a 429 closed it", () => {
  const pace = alone();
  const old = pace.send(60_050);
  const probe = pace.send(130_000);
  pace.receive(old, refused(9_000), 130_010);
  pace.receive(probe, told(1, 60_000, 1_130_000), 130_020);
  expect([probe, pace.isOpen(false, 130_020), pace.endsAtMs(130_020)]).toEqual([undefined, false, 139_010]);
});

it("does not take an old answer without a reset for news of a window that has one", () => {
  const pace = createPace(limit);
  ask(pace, told(60));
  const late = pace.send(0);
  ask(pace, told(1, 60_000, 1_061_000), 61_050);
  pace.receive(late, { ok: true, consumed: 9, remaining: 51 }, 61_060);
  expect(pace.remaining(61_060)).toBe(59);
});
