import { deleteUsers, InputError } from "@segment-iam/client";
import { flushPromises } from "@segment-iam/test-utils/virtual-clock";
import fc from "fast-check";
import { expect, it, onTestFinished, vi } from "vitest";
import { createIds, deleteUsersClient, emptyReport } from "../test-utils/delete-users-client.ts";
import { failure, success } from "../test-utils/fake-client.ts";
import { bulk } from "./bulk.ts";
import type { BulkSettlement } from "./types.ts";

it("passes each item to onSettled once, with the outcome in the report, for any failures", async () => {
  const item = fc.record({ status: fc.constantFrom(200, 200, 404, 500, 401), isDone: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(item, { maxLength: 20 }), fc.integer({ min: 1, max: 9 }), async (items, maxBatchSize) => {
      const itemOf = (id: string) => items[Number(id.slice(2))];
      const { iam } = deleteUsersClient((ids) => {
        const worst = Math.max(...ids.map((id) => itemOf(id)?.status ?? 200));
        return worst === 200 ? success() : failure(worst);
      });
      const settlements: BulkSettlement<string>[] = [];
      const {
        notAttempted,
        stopReason: _,
        ...lists
      } = await bulk(deleteUsers, iam, createIds(items.length), {
        maxBatchSize,
        isDone: (id) => itemOf(id)?.isDone ?? false,
        onSettled: (settlement) => settlements.push(settlement),
      }).result;
      const settled = (outcome: BulkSettlement<string>["outcome"]) =>
        settlements.flatMap((settlement) => (settlement.outcome === outcome ? settlement.items : []));
      expect(settled("succeeded")).toEqual(lists.succeeded);
      expect(settled("alreadyDone")).toEqual(lists.alreadyDone);
      expect(settled("rejected")).toEqual(lists.rejected.map(({ item: id }) => id));
      expect(settled("unknown")).toEqual(lists.unknown.map(({ item: id }) => id));
      const all = [...settlements.flatMap(({ items: ids }) => ids), ...notAttempted];
      expect(all.toSorted()).toEqual(createIds(items.length).toSorted());
    }),
    { numRuns: 60 },
  );
});

it("settles the items of a request as soon as its response arrives, with the error of rejected items", async () => {
  const { iam, requests } = deleteUsersClient((ids) => (ids.includes("id2") ? failure(404) : success()));
  const seen: [number, BulkSettlement<string>][] = [];
  await bulk(deleteUsers, iam, [...createIds(4), "x".repeat(7_000)], {
    maxBatchSize: 2,
    onSettled: (settlement) => seen.push([requests.length, settlement]),
  }).result;
  const tooLong = expect.objectContaining({ name: "InputError" });
  const notFound = expect.objectContaining({ status: 404 });
  // Strict, because a settlement without an error must not have the member `error`.
  expect(seen).toStrictEqual([
    [0, { items: ["x".repeat(7_000)], outcome: "rejected", error: tooLong }],
    [1, { items: ["id0", "id1"], outcome: "succeeded" }],
    [3, { items: ["id2"], outcome: "rejected", error: notFound }],
    [4, { items: ["id3"], outcome: "succeeded" }],
  ]);
});

it("reports a rejected item as already done when isDone returns true", async () => {
  const { iam } = deleteUsersClient((ids) => (ids.some((id) => id !== "id1") ? failure(404) : success()));
  const report = await bulk(deleteUsers, iam, createIds(3), { isDone: (id) => id !== "id2" }).result;
  expect(report).toMatchObject({ succeeded: ["id1"], alreadyDone: ["id0"], unknown: [], notAttempted: [] });
  expect(report.rejected).toMatchObject([{ item: "id2", error: { status: 404 } }]);
});

it("continues when all items are already done", async () => {
  const { iam } = deleteUsersClient(() => failure(404));
  const run = bulk(deleteUsers, iam, createIds(20), { maxBatchSize: 4, isDone: () => true });
  expect(await run.result).toEqual({ ...emptyReport, alreadyDone: createIds(20) });
  expect(run.progress).toMatchObject({ done: 20, failed: 0, total: 20 });
});

it("reports a rejected item as rejected when isDone rejects", async () => {
  const { iam } = deleteUsersClient(() => failure(404));
  const { rejected } = await bulk(deleteUsers, iam, ["id0"], { isDone: () => Promise.reject(new Error("broken")) })
    .result;
  expect(rejected).toMatchObject([{ item: "id0" }]);
});

it("continues when onSettled throws", async () => {
  const log = vi.spyOn(console, "error").mockReturnValue();
  onTestFinished(() => log.mockRestore());
  const { iam } = deleteUsersClient();
  const report = await bulk(deleteUsers, iam, createIds(3), {
    maxBatchSize: 1,
    onSettled() {
      throw new Error("in the caller");
    },
  }).result;
  await flushPromises();
  expect(report.succeeded).toEqual(createIds(3));
  expect(log).toHaveBeenCalledTimes(3);
});

it("sends a request when the promise of beforeSend resolves", async () => {
  const { iam, requests } = deleteUsersClient();
  const recorded: (readonly string[])[] = [];
  const resolvers: (() => void)[] = [];
  const run = bulk(deleteUsers, iam, createIds(3), {
    maxBatchSize: 2,
    beforeSend(items) {
      recorded.push(items);
      return new Promise((resolve) => void resolvers.push(resolve));
    },
  });
  await flushPromises();
  expect([recorded, requests]).toEqual([[["id0", "id1"]], []]);
  resolvers[0]?.();
  await vi.waitFor(() => expect(recorded).toEqual([["id0", "id1"], ["id2"]]));
  resolvers[1]?.();
  await run.result;
  expect(requests).toEqual([["id0", "id1"], ["id2"]]);
});

it.each([new Error("disk full"), new InputError("deleteUsers", "userIds", "is wrong")])(
  "ends the run when beforeSend rejects (%s)",
  async (reason) => {
    const { iam, requests } = deleteUsersClient();
    const run = bulk(deleteUsers, iam, createIds(3), { beforeSend: () => Promise.reject(reason) });
    expect(await run.result).toEqual({ ...emptyReport, notAttempted: createIds(3), stopReason: reason });
    expect(requests).toEqual([]);
  },
);
