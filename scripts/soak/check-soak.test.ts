import { expect, it } from "vitest";
import { checkSoak, type Observations } from "./check-soak.ts";

const good: Observations = {
  settled: 1_000_000,
  concurrency: 64,
  samples: Array.from({ length: 8 }, (_, index) => ({ calls: (index + 1) * 125_000, bytes: 11e6 })),
  listeners: [0, 0, 0],
  sockets: [60, 90, 80, 154],
  outcomes: { success: 900_000, "ApiError 503": 100_000 },
  unhandled: 0,
  warnings: 0,
  resourcesAtEnd: ["PipeWrap"],
  duplicatedWrites: 0,
  lostWrites: 0,
};

const failedMetrics = (changes: Partial<Observations>) =>
  checkSoak({ ...good, ...changes })
    .filter(({ passed }) => !passed)
    .map(({ metric }) => metric);

it("passes a run without problems", () => {
  expect(failedMetrics({})).toEqual([]);
});

it.each<[string, Partial<Observations>]>([
  ["heap slope, bytes per call", { samples: good.samples.map(({ calls }) => ({ calls, bytes: 11e6 + 1.1 * calls })) }],
  ["unhandled rejections", { unhandled: 1 }],
  ["Node.js warnings", { warnings: 1 }],
  ["listeners on the shared signal", { listeners: [0, 0, 1] }],
  ["settled calls", { outcomes: { success: 999_999 } }],
  ["outcomes other than a success or an IamError", { outcomes: { success: 999_999, "not an IamError: TypeError": 1 } }],
  ["duplicated writes", { duplicatedWrites: 1 }],
  ["lost writes", { lostWrites: 1 }],
  ["maximum connections in the second half", { sockets: [60, 90, 80, 155] }],
  ["open sockets at the end", { resourcesAtEnd: ["PipeWrap", "TCPSocketWrap"] }],
  ["pending timers at the end", { resourcesAtEnd: ["Timeout"] }],
])("fails on %s", (metric, changes) => {
  expect(failedMetrics(changes)).toEqual([metric]);
});

it("ignores heap growth during the warm-up", () => {
  const samples = good.samples.map(({ calls }, index) => ({ calls, bytes: index < 2 ? 2e6 : 11e6 }));
  expect(failedMetrics({ samples })).toEqual([]);
});
