import { deleteUsers } from "@segment-iam/client";
import { flushPromises, VirtualClock } from "@segment-iam/test-utils/virtual-clock";
import fc from "fast-check";
import { expect, it } from "vitest";
import { sleep } from "../clock.ts";
import { rateLimit } from "../rate-limit/rate-limit.ts";
import { retry } from "../retry/retry.ts";
import { createIds, deleteUsersClient, emptyReport, idsOf } from "../test-utils/delete-users-client.ts";
import { failure, fakeClient, success } from "../test-utils/fake-client.ts";
import { bulk, type BulkOptions } from "./bulk.ts";

/** Starts a run with one item in a request. Each request takes a second; `respond` creates its response. */
function start(count: number, respond: (id: string) => Response, options: BulkOptions<string> = {}) {
  const clock = new VirtualClock();
  const sent: string[] = [];
  const iam = fakeClient(
    async (request, signal) => {
      const [id = ""] = idsOf(request);
      sent.push(id);
      await sleep(1_000, signal, clock);
      return respond(id);
    },
    [retry({ clock, random: () => 0 }), rateLimit({ clock })],
  );
  return { clock, sent, run: bulk(deleteUsers, iam, createIds(count), { maxBatchSize: 1, clock, ...options }) };
}

const stopped = { name: "AbortError", message: "The bulk run was stopped" };

it("records the outcome of the request in flight, and sends no further request", async () => {
  const { clock, sent, run } = start(4, () => success());
  await clock.advance(1_500);
  run.stop();
  const report = await clock.run(run.result);
  expect(report).toMatchObject({ succeeded: ["id0", "id1"], unknown: [], notAttempted: ["id2", "id3"] });
  expect(report.stopReason).toMatchObject(stopped);
  expect(sent).toEqual(["id0", "id1"]);
  expect(clock.now()).toBe(2_000);
});

it("sets stopReason to the given reason, unless the request in flight was the last", async () => {
  const { clock, run } = start(2, () => success());
  await clock.advance(500);
  run.stop("enough");
  expect((await clock.run(run.result)).stopReason).toBe("enough");
  const last = start(1, () => success());
  await last.clock.advance(500);
  last.run.stop("enough");
  expect(await last.clock.run(last.run.result)).toEqual({ ...emptyReport, succeeded: ["id0"] });
});

it("ends a paused run", async () => {
  const { clock, sent, run } = start(3, () => success());
  await clock.advance(500);
  run.pause();
  await clock.advance(60_000);
  run.stop();
  expect(await clock.run(run.result)).toMatchObject({ succeeded: ["id0"], notAttempted: ["id1", "id2"] });
  expect(sent).toEqual(["id0"]);
});

it("sends nothing when stopped before the first request", async () => {
  const { iam, requests } = deleteUsersClient();
  const run = bulk(deleteUsers, iam, createIds(2));
  run.stop("enough");
  expect(await run.result).toEqual({ ...emptyReport, notAttempted: createIds(2), stopReason: "enough" });
  expect(requests).toEqual([]);
});

it.each([
  ["a request that waits in the queue of the rate limit", 1_500],
  ["the retry of a request that was rejected with a 429", 500],
])("does not wait for %s", async (_, stopAtMs) => {
  const limited = failure(429, { "retry-after": "50" });
  const { clock, sent, run } = start(3, () => limited.clone());
  await clock.advance(stopAtMs);
  run.stop("enough");
  const report = await clock.run(run.result);
  expect(report).toEqual({ ...emptyReport, notAttempted: createIds(3), stopReason: "enough" });
  expect(sent).toEqual(["id0"]);
  expect(clock.now()).toBeLessThan(5_000);
});

it("does not resend a request in flight whose response is ambiguous, and determines its outcome with isDone", async () => {
  const { clock, sent, run } = start(3, () => failure(503), { isDone: (id) => id === "id0" });
  await clock.advance(500);
  run.stop("enough");
  const report = await clock.run(run.result);
  expect(report).toMatchObject({ succeeded: ["id0"], unknown: [], notAttempted: ["id1", "id2"] });
  expect(sent).toEqual(["id0"]);
});

it("reports items in flight as unknown when aborted after stop", async () => {
  const { clock, run } = start(3, () => success());
  await clock.advance(500);
  run.stop("enough");
  run.abort("at once");
  const report = await clock.run(run.result);
  expect(report.unknown.map(({ item }) => item)).toEqual(["id0"]);
  expect(report).toMatchObject({ notAttempted: ["id1", "id2"], stopReason: "enough" });
  expect(clock.now()).toBe(500);
});

it("reports each item once, and none as unknown, for any time of the stop", async () => {
  const statuses = fc.array(fc.constantFrom(200, 200, 404, 429), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(statuses, fc.integer({ min: 0, max: 9_000 }), async (planned, stopAtMs) => {
      const remaining = new Map(planned.map((status, index) => [`id${index}`, status]));
      const { clock, run } = start(planned.length, (id) => {
        const status = remaining.get(id) ?? 200;
        if (status === 429) remaining.set(id, 200);
        return status === 200 ? success() : failure(status, { "retry-after": "3" });
      });
      await clock.advance(stopAtMs);
      run.stop();
      await flushPromises();
      const { succeeded, alreadyDone, rejected, unknown, notAttempted } = await clock.run(run.result);
      expect([alreadyDone, unknown]).toEqual([[], []]);
      const all = [...succeeded, ...rejected.map(({ item }) => item), ...notAttempted];
      expect(all.toSorted()).toEqual(createIds(planned.length));
    }),
    { numRuns: 60 },
  );
});
