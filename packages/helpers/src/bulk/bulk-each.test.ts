import { getUser } from "@segment-iam/client";
import { expect, it } from "vitest";
import { failure, fakeClient, success } from "../test-utils/fake-client.ts";
import { bulkEach } from "./bulk-each.ts";
import type { BulkOptions } from "./bulk.ts";

const user = { id: "u", name: "Ada", email: "ada@example.com" };

/** Calls the API for each name, with the status that the name starts with. */
function callEach(names: readonly string[], options: BulkOptions<string> = {}) {
  const iam = fakeClient(({ url }) => {
    const status = Number(url.split("/").at(-1)?.slice(0, 3));
    return status === 200 ? success({ user }) : failure(status);
  });
  return bulkEach(names, (userId, callOptions) => getUser(iam, { userId }, callOptions), options);
}

it("calls the function for each item, and reports its outcome", async () => {
  const run = callEach(["200a", "404b", "500c", "200d", "401e", "200f"]);
  const { succeeded, rejected, unknown, notAttempted, stopReason } = await run.result;
  expect(succeeded).toEqual(["200a", "200d"]);
  expect(rejected).toMatchObject([{ item: "404b", error: { status: 404 } }]);
  expect(unknown).toMatchObject([{ item: "500c", error: { status: 500 } }]);
  expect(notAttempted).toEqual(["401e", "200f"]);
  expect(stopReason).toMatchObject({ status: 401 });
  expect(run.progress).toMatchObject({ status: "finished", done: 4, failed: 2, total: 6 });
});

it("reports an item as not attempted when its function fails before a request is sent", async () => {
  const reason = new Error("could not read");
  const report = await bulkEach(["a", "b"], () => Promise.reject(reason)).result;
  expect(report).toMatchObject({ rejected: [], unknown: [], notAttempted: ["a", "b"], stopReason: reason });
});

it("determines unknown outcomes with isDone, and calls the function again", async () => {
  const calls: string[] = [];
  const run = bulkEach(
    ["a", "b"],
    async (item, { onAttempt }) => {
      calls.push(item);
      onAttempt?.(1);
      if (calls.length < 3) throw new Error("lost");
    },
    { isDone: (item) => item === "a" },
  );
  expect(await run.result).toMatchObject({ succeeded: ["a", "b"], unknown: [] });
  expect(calls).toEqual(["a", "b", "b"]);
});
