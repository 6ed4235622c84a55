import { createInvites, deleteInvites, deleteUsers, InputError } from "@segment-iam/client";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { failure, fakeClient, success } from "../test-utils/fake-client.ts";
import { createIds, deleteUsersClient, emptyReport } from "../test-utils/delete-users-client.ts";
import { bulk } from "./bulk.ts";
import type { BulkReport } from "./types.ts";

/** Returns the items of all four lists of a report. */
function allItems({ succeeded, rejected, unknown, notAttempted }: BulkReport<string>): string[] {
  return [...succeeded, ...rejected.map(({ item }) => item), ...unknown.map(({ item }) => item), ...notAttempted];
}

describe("bulk requests", () => {
  it("sends 100 items in one request by default", async () => {
    const { iam, requests } = deleteUsersClient();
    const report = await bulk(deleteUsers, iam, createIds(250)).result;
    expect(requests.map(({ length }) => length)).toEqual([100, 100, 50]);
    expect(report).toEqual({ ...emptyReport, succeeded: createIds(250) });
  });

  it("keeps the encoded path and query of a request within the limit", async () => {
    const urls: string[] = [];
    const iam = fakeClient(({ url }) => {
      urls.push(url.slice("https://api.segmentapis.com".length));
      return success();
    });
    const emails = Array.from({ length: 300 }, (_, index) => `${"ü".repeat(index % 50)}@example.com`);
    await bulk(deleteInvites, iam, emails, { maxUrlBytes: 2_000 }).result;
    expect(Math.max(...urls.map(({ length }) => length))).toBeLessThanOrEqual(2_000);
    expect(Math.min(...urls.slice(0, -1).map(({ length }) => length))).toBeGreaterThan(1_600);
  });

  it("counts the bytes of the list's wire name", async () => {
    const urls: string[] = [];
    const iam = fakeClient(({ url }) => {
      urls.push(url.slice("https://api.segmentapis.com".length));
      return success();
    });
    const names = { query: ["list"], bulkField: "list", wireNames: { list: "theEmailAddressesOfTheInvites" } };
    const operation = Object.assign(deleteInvites.bind(undefined), deleteInvites, names);
    await bulk(operation, iam, createIds(100), { maxUrlBytes: 500 }).result;
    expect(urls[0]).toContain("?theEmailAddressesOfTheInvites.0=");
    expect(Math.max(...urls.map(({ length }) => length))).toBeLessThanOrEqual(500);
  });

  it("does not limit bytes when the list is in the body", async () => {
    const sizes: number[] = [];
    const iam = fakeClient(async (request) => {
      sizes.push((await request.json()).invites.length);
      return success({ emails: [] });
    });
    const invites = createIds(70).map((name) => ({ email: `${name.repeat(50)}@example.com` }));
    await bulk(createInvites, iam, invites).result;
    expect(sizes).toEqual([70]);
  });

  it.each<[string, string | undefined]>([
    ["has a lone surrogate", "b\ud800"],
    ["is undefined", undefined],
  ])("rejects an item that %s, and sends the rest", async (_, item) => {
    const { iam, requests } = deleteUsersClient();
    const report = await bulk(deleteUsers, iam, ["a", item as string, "c"]).result;
    expect(report).toEqual({
      ...emptyReport,
      succeeded: ["a", "c"],
      rejected: [{ item, error: expect.any(InputError) }],
    });
    expect(requests).toEqual([["a"], ["c"]]);
  });

  it("rejects an item that is too long for a URL, and sends the rest", async () => {
    const { iam, requests } = deleteUsersClient();
    const long = "x".repeat(7_000);
    const { succeeded, rejected } = await bulk(deleteUsers, iam, ["a", long, "b"]).result;
    expect(requests).toEqual([["a", "b"]]);
    expect(succeeded).toEqual(["a", "b"]);
    expect(rejected).toEqual([{ item: long, error: expect.any(InputError) }]);
  });

  it("sends nothing for an empty list", async () => {
    const { iam, requests } = deleteUsersClient();
    expect(await bulk(deleteUsers, iam, []).result).toEqual(emptyReport);
    expect(requests).toEqual([]);
  });

  it.each([
    ["a string", "sgJDWk", "string"],
    ["the input of the operation", { userIds: ["sgJDWk"] }, "object"],
    ["null", null, "object"],
    ["undefined", undefined, "undefined"],
  ])("throws for %s instead of a list", (_, list, type) => {
    const { iam, requests } = deleteUsersClient();
    const message = `deleteUsers: userIds must be an array, got a value of type ${type}`;
    expect(() => bulk(deleteUsers, iam, list as unknown as string[])).toThrow(message);
    expect(requests).toEqual([]);
  });
});

describe("a bulk run with failures", () => {
  it("halves a rejected request until the rejected item is isolated", async () => {
    const { iam, requests } = deleteUsersClient((ids) => (ids.includes("id77") ? failure(404) : success()));
    const { succeeded, rejected } = await bulk(deleteUsers, iam, createIds(100)).result;
    expect(rejected).toEqual([{ item: "id77", error: expect.objectContaining({ status: 404 }) }]);
    expect(succeeded).toEqual(createIds(100).filter((id) => id !== "id77"));
    expect(requests.length).toBeLessThan(16);
  });

  it("continues after an ambiguous write without repeating it", async () => {
    const { iam, requests } = deleteUsersClient((ids) => (ids.includes("id3") ? failure(500) : success()));
    const { unknown, succeeded } = await bulk(deleteUsers, iam, createIds(6), { maxBatchSize: 2 }).result;
    expect(unknown.map(({ item }) => item)).toEqual(["id2", "id3"]);
    expect(succeeded).toEqual(["id0", "id1", "id4", "id5"]);
    expect(requests).toHaveLength(3);
  });

  it.each([401, 403, 429])("ends the run on a %i, which no item caused", async (status) => {
    const { iam } = deleteUsersClient((ids) => (ids.includes("id2") ? failure(status) : success()));
    const report = await bulk(deleteUsers, iam, createIds(6), { maxBatchSize: 2 }).result;
    const stopReason = expect.objectContaining({ status });
    expect(report).toEqual({
      ...emptyReport,
      succeeded: ["id0", "id1"],
      notAttempted: ["id2", "id3", "id4", "id5"],
      stopReason,
    });
  });

  it("reports a single item as not attempted when the run ends on its request", async () => {
    const { iam } = deleteUsersClient((ids) => (ids.includes("id1") ? failure(401) : success()));
    const report = await bulk(deleteUsers, iam, createIds(3), { maxBatchSize: 1 }).result;
    expect(report).toMatchObject({ succeeded: ["id0"], rejected: [], notAttempted: ["id1", "id2"] });
  });

  it("reports each item once for any failures", async () => {
    const statuses = fc.array(fc.constantFrom(200, 200, 200, 404, 422, 500, 401), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(statuses, fc.integer({ min: 1, max: 9 }), async (outcomes, maxBatchSize) => {
        const { iam, requests } = deleteUsersClient((ids) => {
          const worst = Math.max(...ids.map((id) => outcomes[Number(id.slice(2))] ?? 200));
          return worst === 200 ? success() : failure(worst);
        });
        const list = createIds(outcomes.length);
        const report = await bulk(deleteUsers, iam, list, { maxBatchSize }).result;
        expect(allItems(report).toSorted()).toEqual(list.toSorted());
        const sent = requests.filter((ids) => !ids.some((id) => (outcomes[Number(id.slice(2))] ?? 200) >= 400)).flat();
        expect(report.succeeded).toEqual(sent);
        expect(new Set(sent).size).toBe(sent.length);
      }),
      { numRuns: 60 },
    );
  });
});
