import { createIamClient, InvalidResponseError, listInvites } from "@segment-iam/client";
import { expect, it } from "vitest";
import { collect } from "../test-utils/collect.ts";
import { failure, fakeClient, success } from "../test-utils/fake-client.ts";
import { CursorLoopError } from "./iterate-pages.ts";
import { nextCursor, pageInput, pageTotal, previousCursor } from "./page-convention.ts";
import { PageError } from "./iterate-pages.ts";
import { paginate } from "./paginate.ts";

const failureOf = (answer: () => Response) =>
  collect(paginate(listInvites, fakeClient(answer))).catch((reason: unknown) => reason);

it("names the page that failed, also the first one", async () => {
  const error = await failureOf(() => failure(422));
  expect(error).toBeInstanceOf(PageError);
  expect(error).toMatchObject({ name: "PageError", operation: "listInvites", cursor: undefined });
  expect((error as Error).message).toBe("listInvites failed on its first page: listInvites failed with status 422: no");
  expect(new PageError("listInvites", "b", "odd").message).toBe('listInvites failed on the page at cursor "b": odd');
});

it("names the repeated cursor", async () => {
  const error = await failureOf(() => success({ invites: ["a"], pagination: { current: "", next: "b" } }));
  expect(error).toBeInstanceOf(CursorLoopError);
  expect(error).toMatchObject({ name: "CursorLoopError", operation: "listInvites", cursor: "b" });
  expect((error as Error).message).toBe(
    'listInvites returned the cursor "b" a second time; stopped to avoid an endless loop',
  );
});

it("stops at a repeated cursor that is a new object each time", async () => {
  let asked = 0;
  const error = await failureOf(() => {
    asked += 1;
    return asked > 9 ? failure(500) : success({ invites: ["a"], pagination: { current: "", next: { at: 1 } } });
  });
  expect(error).toBeInstanceOf(CursorLoopError);
  expect(asked).toBe(2);
});

it.each([
  ["no list", { echo: "sgp_secret" }, '{"data":{"echo":"[token]"}}'],
  ["nothing at all", null, '{"data":null}'],
])("names what is missing from a page that has %s, without the token", async (_, data, excerpt) => {
  const iam = createIamClient({ token: "sgp_secret", fetch: async () => Response.json({ data }) });
  const error = await collect(paginate(listInvites, iam)).catch(({ cause }: PageError) => cause);
  expect(error).toBeInstanceOf(InvalidResponseError);
  expect(error).toMatchObject({
    message: "listInvites returned status 200, but data.invites is not an array",
    excerpt,
  });
});

it.each([
  [undefined, undefined, undefined, { pagination: { count: 200 } }],
  [{ userId: "u" }, "b", 10, { userId: "u", pagination: { count: 10, cursor: "b" } }],
  [{ pagination: { count: 5, cursor: "a" } }, undefined, 10, { pagination: { count: 5, cursor: "a" } }],
])("creates from the input %j, the cursor %j and the count %j the input %j", (input, cursor, count, asked) => {
  expect(pageInput(input, cursor, count)).toStrictEqual(asked);
});

it.each([
  [{ pagination: { next: "b", previous: "a" } }, "b", "a"],
  [{ pagination: { next: null, previous: null } }, undefined, undefined],
  [{ pagination: { next: "" } }, "", undefined],
  [{ pagination: {} }, undefined, undefined],
  [{}, undefined, undefined],
])("reads the cursors of %j as %j and %j", (data, next, previous) => {
  expect([nextCursor(data), previousCursor(data)]).toEqual([next, previous]);
});

it("reads the total number of items, if a page states it", () => {
  const totals = [{ pagination: { totalEntries: 7 } }, { pagination: {} }, {}].map(pageTotal);
  expect(totals).toEqual([7, undefined, undefined]);
});
