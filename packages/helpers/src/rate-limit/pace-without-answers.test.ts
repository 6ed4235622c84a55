import { expect, it } from "vitest";
import { alone, ask, limit, refused, sendAll, told } from "../test-utils/pacing.ts";
import { createPace } from "./pace.ts";

it("counts a request without an answer as used up", () => {
  const pace = alone();
  ask(pace, undefined, 60_060);
  expect(pace.remaining(60_060)).toBe(58);
});

it("takes off a request without an answer from what answers say that may not have counted it", () => {
  const pace = alone();
  const [answered, lost] = [pace.send(60_050), pace.send(60_050)];
  pace.receive(lost, undefined, 60_060);
  // The server counted it after the one that it answers here.
  pace.receive(answered, told(2, 60_000, 1_060_000), 60_070);
  expect([pace.remaining(60_070), pace.limit()]).toEqual([57, 60]);
  ask(pace, told(4, 60_000, 1_060_000), 60_080);
  expect([pace.remaining(60_080), pace.limit()]).toEqual([56, 60]);
});

it("closes the gate for as long as the 429 that asks for most, whatever gets no answer", () => {
  const pace = alone();
  const [first, lost, second] = [pace.send(60_050), pace.send(60_050), pace.send(60_050)];
  pace.receive(first, refused(9_000), 60_060);
  pace.receive(lost, undefined, 60_061);
  pace.receive(second, refused(2_000), 60_062);
  expect(pace.endsAtMs(60_062)).toBe(69_060);
});

it("takes it off until every request that was under way with it is answered", () => {
  const pace = alone();
  const [answered, lost] = [pace.send(60_050), pace.send(60_050)];
  pace.receive(lost, undefined, 60_060);
  pace.send(60_065);
  pace.receive(answered, told(2, 60_000, 1_060_000), 60_070);
  expect(pace.remaining(60_070)).toBe(60 - 2 - 1 - 1);
});

it("does not take it off the next window, which a later probe opened", () => {
  const pace = alone();
  const [, lost] = [pace.send(60_050), pace.send(60_050)];
  pace.receive(lost, undefined, 60_060);
  ask(pace, told(1, 60_000, 1_130_000), 130_000);
  expect(pace.remaining(130_000)).toBe(60 - 1 - 1);
});

it("takes it for one of ours, not for somebody else's", () => {
  const pace = createPace(limit);
  ask(pace, told(1));
  ask(pace, undefined);
  ask(pace, undefined);
  expect(sendAll(pace)).toHaveLength(4);
});
