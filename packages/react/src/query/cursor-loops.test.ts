import { createIamClient } from "@segment-iam/client";
import { CursorLoopError } from "@segment-iam/helpers/pagination";
import { InfiniteQueryObserver, QueryClient } from "@tanstack/react-query";
import fc from "fast-check";
import { expect, it } from "vitest";
import { listInvitesInfiniteOptions } from "../generated/query.ts";
import { waitForIdle } from "../test-utils/set-up.ts";

/** Creates an infinite query whose server returns these next and previous cursors. The only item of a page is its own cursor. */
function start(
  next: Readonly<Record<string, string | undefined>>,
  previous: Readonly<Record<string, string>> = {},
  cursor?: string,
) {
  const requested: string[] = [];
  const fetch = async (url: string | URL | Request) => {
    const at = new URL(String(url)).searchParams.get("pagination.cursor") ?? "first";
    requested.push(at);
    const pagination = { current: at, next: next[at] ?? null, previous: previous[at] ?? null };
    return Response.json({ data: { invites: [at], pagination } });
  };
  const queryClient = new QueryClient();
  const iam = createIamClient({ token: "test", fetch });
  const input = cursor === undefined ? {} : { pagination: { count: 1, cursor } };
  const list = new InfiniteQueryObserver(queryClient, listInvitesInfiniteOptions(iam, input));
  return { queryClient, iam, list, requested, stop: list.subscribe(() => {}) };
}

/** Loads pages until there are no more. */
async function loadAll({ queryClient, list }: ReturnType<typeof start>) {
  await waitForIdle(queryClient);
  let result = list.getCurrentResult();
  while (result.hasNextPage) result = await list.fetchNextPage();
  return result;
}

it.each([
  ["itself", { first: "a", a: "a" }, ["first", "a"]],
  ["the page before", { first: "a", a: "b", b: "a" }, ["first", "a", "b"]],
  ["an earlier page", { first: "a", a: "b", b: "c", c: "a" }, ["first", "a", "b", "c"]],
])("fails with CursorLoopError when a cursor points to %s, and keeps the loaded pages", async (_, next, pages) => {
  const query = start(next);
  const { data, error, isFetchNextPageError } = await loadAll(query);
  expect(error).toBeInstanceOf(CursorLoopError);
  expect([isFetchNextPageError, data?.items, query.requested]).toEqual([true, pages, pages]);
  query.stop();
});

it("fails when a cursor points to the cursor of the input", async () => {
  const query = start({ a: "b", b: "a" }, {}, "a");
  expect(await loadAll(query)).toMatchObject({ error: { name: "CursorLoopError", cursor: "a" } });
  expect(query.requested).toEqual(["a", "b"]);
  query.stop();
});

it("fails when a cursor points to the cursor of the input and the pages were stored as JSON", async () => {
  const query = start({ a: "b", b: "a" }, {}, "a");
  await waitForIdle(query.queryClient);
  query.queryClient.setQueriesData({}, (data) => JSON.parse(JSON.stringify(data)));
  expect(await loadAll(query)).toMatchObject({ error: { name: "CursorLoopError", cursor: "a" } });
  expect(query.requested).toEqual(["a", "b"]);
  query.stop();
});

it("fails when a previous cursor repeats", async () => {
  const query = start({}, { b: "a", a: "a" }, "b");
  await waitForIdle(query.queryClient);
  await query.list.fetchPreviousPage();
  const { error, data } = await query.list.fetchPreviousPage();
  expect(error).toMatchObject({ name: "CursorLoopError", cursor: "a" });
  expect(data?.items).toEqual(["a", "b"]);
  query.stop();
});

it("rejects a fetch of several pages with a repeated cursor", async () => {
  const { queryClient, iam, stop } = start({ first: "a", a: "a" });
  const options = { ...listInvitesInfiniteOptions(iam, { pagination: { count: 2 } }), pages: 9 };
  await expect(queryClient.fetchInfiniteQuery(options)).rejects.toBeInstanceOf(CursorLoopError);
  stop();
});

it("refetches all loaded pages although their cursors were used before", async () => {
  const query = start({ first: "a", a: "b" });
  await loadAll(query);
  await query.list.refetch({ throwOnError: true });
  expect(query.requested).toEqual(["first", "a", "b", "first", "a", "b"]);
  query.stop();
});

it("stops loading for any graph of cursors, and requests no page twice", async () => {
  const node = fc.constantFrom("a", "b", "c", "d", "e");
  const graph = fc.dictionary(fc.constantFrom("first", "a", "b", "c", "d", "e"), node);
  await fc.assert(
    fc.asyncProperty(graph, async (next) => {
      const query = start(next);
      await loadAll(query);
      expect(new Set(query.requested).size).toBe(query.requested.length);
      query.stop();
      query.queryClient.clear();
    }),
    { numRuns: 30 },
  );
});
