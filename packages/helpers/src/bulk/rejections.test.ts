import { deleteUsers } from "@segment-iam/client";
import { describe, expect, it } from "vitest";
import { failure, success } from "../test-utils/fake-client.ts";
import { createIds, deleteUsersClient } from "../test-utils/delete-users-client.ts";
import { bulk } from "./bulk.ts";

/** Runs `count` items against an API that rejects requests with any of the bad items. */
async function run(count: number, badItems: readonly string[], maxBatchSize = 100, status = 404) {
  const bad = new Set(badItems);
  const { iam, requests } = deleteUsersClient((ids) => (ids.some((id) => bad.has(id)) ? failure(status) : success()));
  const report = await bulk(deleteUsers, iam, createIds(count), { maxBatchSize }).result;
  return { report, requests, rejected: report.rejected.map(({ item }) => item) };
}

describe("a bulk run against an API that rejects everything", () => {
  it.each([400, 404, 409, 410, 413, 414, 422, 431])("ends after five items (status %i)", async (status) => {
    const { report, requests } = await run(250, createIds(250), 100, status);
    expect(requests.length).toBeLessThanOrEqual(7 + 5);
    expect(report.rejected).toHaveLength(5);
    expect(report.notAttempted).toHaveLength(245);
    expect(report.stopReason).toMatchObject({ name: "ApiError", status });
  });

  it("rejects all items of a list of five without a stop reason", async () => {
    const { report, rejected } = await run(5, createIds(5));
    expect(rejected.toSorted()).toEqual(createIds(5));
    expect(report).toMatchObject({ notAttempted: [], stopReason: undefined });
  });

  it("sends items from different parts of the list after two rejections", async () => {
    const { requests } = await run(250, createIds(250));
    const fifths = requests.slice(-3).map((ids) => ids.map((id) => Math.floor(Number(id.slice(2)) / 50)));
    expect(fifths).toEqual([[2], [3], [4]]);
  });
});

describe("a bulk run with rejected items", () => {
  it.each([
    ["at the start of the list", createIds(20)],
    ["at its end", createIds(250).slice(-20)],
    ["in its middle", createIds(250).slice(90, 130)],
  ])("sends all others when adjacent items are rejected %s", async (_, bad) => {
    const { report, rejected } = await run(250, bad);
    expect(rejected.toSorted()).toEqual(bad.toSorted());
    expect(report.succeeded).toHaveLength(250 - bad.length);
    expect(report.stopReason).toBeUndefined();
  });

  it("continues after items that cannot be sent", async () => {
    const { iam } = deleteUsersClient();
    const list = [...Array.from({ length: 9 }, () => "b\ud800"), ...createIds(3)];
    const report = await bulk(deleteUsers, iam, list).result;
    expect([report.rejected.length, report.succeeded]).toEqual([9, createIds(3)]);
  });
});
