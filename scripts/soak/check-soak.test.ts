import { expect, it } from "vitest";
import { check, type Observations } from "./check-soak.ts";

const good: Observations = {
  settled: 1_000_000,
  atOnce: 64,
  samples: Array.from({ length: 8 }, (_, index) => ({ calls: (index + 1) * 125_000, bytes: 11e6 })),
  listeners: [0, 0, 0],
  sockets: [60, 90, 80, 154],
  outcomes: { success: 900_000, "ApiError 503": 100_000 },
  unhandled: 0,
  warnings: 0,
  openAtEnd: ["PipeWrap"],
  writtenTwice: 0,
  neverWritten: 0,
};

const broken = (changes: Partial<Observations>) =>
  check({ ...good, ...changes })
    .filter(({ holds }) => !holds)
    .map(({ figure }) => figure);

it("finds nothing in a run without fault", () => {
  expect(broken({})).toEqual([]);
});

it.each<[string, Partial<Observations>]>([
  ["heap slope, bytes a call", { samples: good.samples.map(({ calls }) => ({ calls, bytes: 11e6 + 1.1 * calls })) }],
  ["unhandled rejections", { unhandled: 1 }],
  ["warnings of Node", { warnings: 1 }],
  ["listeners on the long-lived signal", { listeners: [0, 0, 1] }],
  ["calls that settled", { outcomes: { success: 999_999 } }],
  ["outcomes that are no error of ours", { outcomes: { success: 999_999, "not an IamError: TypeError": 1 } }],
  ["writes carried out twice", { writtenTwice: 1 }],
  ["writes confirmed and never carried out", { neverWritten: 1 }],
  ["connections in the second half, at most", { sockets: [60, 90, 80, 155] }],
  ["sockets open at the end", { openAtEnd: ["PipeWrap", "TCPSocketWrap"] }],
  ["timers set at the end", { openAtEnd: ["Timeout"] }],
])("finds %s", (figure, changes) => {
  expect(broken(changes)).toEqual([figure]);
});

it("does not take what happens in the warm-up for a slope", () => {
  const samples = good.samples.map(({ calls }, index) => ({ calls, bytes: index < 2 ? 2e6 : 11e6 }));
  expect(broken({ samples })).toEqual([]);
});
