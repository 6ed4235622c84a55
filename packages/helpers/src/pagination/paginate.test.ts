import {
  ApiError,
  createIamClient,
  InvalidResponseError,
  listInvites,
  listUserGroupsFromUser,
  listUsers,
} from "@segment-iam/client";
import fc from "fast-check";
import { expect, it } from "vitest";
import { collect } from "../test-utils/collect.ts";
import { failure, fakeClient, success } from "../test-utils/fake-client.ts";
import { CursorLoopError, PageError } from "./iterate-pages.ts";
import { paginate } from "./paginate.ts";

/** Creates a client of a workspace with these invites. It returns an empty page after every `emptyEvery - 1` pages. */
function createWorkspace(invites: readonly string[], emptyEvery = Infinity) {
  const urls: URL[] = [];
  const iam = fakeClient((request) => {
    const url = new URL(request.url);
    urls.push(url);
    const [start = 0, turn = 1] = (url.searchParams.get("pagination.cursor") ?? "0:1").split(":").map(Number);
    const end = turn % emptyEvery === 0 ? start : start + Number(url.searchParams.get("pagination.count"));
    const next = end < invites.length ? `${end}:${turn + 1}` : null;
    return success({ invites: invites.slice(start, end), pagination: { current: `${start}:${turn}`, next } });
  });
  return { iam, urls };
}

const emails = Array.from({ length: 23 }, (_, index) => `${index}@example.com`);

it("iterates over the items of all pages", async () => {
  const { iam } = createWorkspace(emails);
  expect(await collect(paginate(listInvites, iam, {}, { pageSize: 10 }))).toEqual(emails);
});

it.each([
  ["is empty", ""],
  ["is null", null],
  ["is missing", undefined],
])("ends when the next cursor %s", async (_, next) => {
  const urls: string[] = [];
  const iam = fakeClient(({ url }) => {
    urls.push(url);
    return success({ invites: ["a"], pagination: { current: "MA==", next } });
  });
  expect([await collect(paginate(listInvites, iam)), urls.length]).toEqual([["a"], 1]);
});

it("requests 200 items a page from the beginning by default", async () => {
  const { iam, urls } = createWorkspace(emails);
  await collect(paginate(listInvites, iam));
  await collect(paginate(listInvites, iam, {}, { pageSize: 10, cursor: "20:3" }));
  expect(urls.map(({ search }) => search)).toEqual([
    "?pagination.count=200",
    "?pagination.count=10&pagination.cursor=20%3A3",
  ]);
});

it("iterates over pages with the data of each response", async () => {
  const { iam } = createWorkspace(emails);
  const pages = await collect(paginate(listInvites, iam, {}, { pageSize: 20 }).pages());
  expect(pages.map(({ invites, pagination }) => [invites.length, pagination.next])).toEqual([
    [20, "20:2"],
    [3, null],
  ]);
});

it("forwards the input and the call options", async () => {
  const seen: unknown[] = [];
  const iam = fakeClient((request) => {
    seen.push(new URL(request.url).pathname, request.headers.get("x-trace"));
    return success({ groups: [], pagination: { current: "MA==" } });
  });
  await collect(paginate(listUserGroupsFromUser, iam, { userId: "u1" }, { headers: { "x-trace": "7" } }));
  expect(seen).toEqual(["/users/u1/groups", "7"]);
});

it("starts from the beginning with each iteration", async () => {
  const { iam } = createWorkspace(emails);
  const invites = paginate(listInvites, iam);
  expect(await collect(invites)).toEqual(await collect(invites));
});

it("returns the server's list despite empty pages, and the rest of the list when resumed", async () => {
  const list = fc.array(fc.string(), { maxLength: 30 });
  const emptyEvery = fc.constantFrom(2, 3, Infinity);
  await fc.assert(
    fc.asyncProperty(
      list,
      fc.integer({ min: 1, max: 12 }),
      emptyEvery,
      fc.nat(30),
      async (invites, pageSize, empty, start) => {
        const { iam } = createWorkspace(invites, empty);
        expect(await collect(paginate(listInvites, iam, {}, { pageSize }))).toEqual(invites);
        const resumed = paginate(listInvites, iam, {}, { pageSize, cursor: `${start}:1` });
        expect(await collect(resumed)).toEqual(invites.slice(start));
      },
    ),
    { numRuns: 50 },
  );
});

it("returns all items before a failed page, and throws with the cursor to resume from", async () => {
  const iam = fakeClient((request) =>
    request.url.includes("cursor")
      ? failure(422)
      : success({ users: [{ id: "u1" }], pagination: { current: "MA==", next: "Mw==" } }),
  );
  const ids: string[] = [];
  const iterate = async () => {
    for await (const { id } of paginate(listUsers, iam)) ids.push(id);
  };
  const error = await iterate().catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(PageError);
  expect(error).toMatchObject({ cursor: "Mw==", operation: "listUsers", cause: expect.any(ApiError) });
  expect((error as Error).message).toBe(
    'listUsers failed on the page at cursor "Mw==": listUsers failed with status 422: no',
  );
  expect(ids).toEqual(["u1"]);
});

it("throws the abort reason, including in the middle of a page", async () => {
  const { iam } = createWorkspace(emails);
  const controller = new AbortController();
  const seen: string[] = [];
  const iterate = async () => {
    for await (const email of paginate(listInvites, iam, {}, { signal: controller.signal })) {
      seen.push(email);
      if (seen.length === 2) controller.abort("enough");
    }
  };
  await expect(iterate()).rejects.toBe("enough");
  expect(seen).toHaveLength(2);
});

/** Iterates over an API with the same response to each request, and returns the error. */
const errorOf = (respond: () => Response) =>
  collect(paginate(listInvites, fakeClient(respond))).catch((reason: unknown) => reason);

it("contains the cursor of the failed page, or undefined for the first page", async () => {
  const error = await errorOf(() => failure(422));
  expect(error).toBeInstanceOf(PageError);
  expect(error).toMatchObject({ name: "PageError", operation: "listInvites", cursor: undefined });
  expect((error as Error).message).toBe("listInvites failed on its first page: listInvites failed with status 422: no");
  expect(new PageError("listInvites", "b", "odd").message).toBe('listInvites failed on the page at cursor "b": odd');
});

it("contains the repeated cursor", async () => {
  const error = await errorOf(() => success({ invites: ["a"], pagination: { current: "", next: "b" } }));
  expect(error).toBeInstanceOf(CursorLoopError);
  expect(error).toMatchObject({ name: "CursorLoopError", operation: "listInvites", cursor: "b" });
  expect((error as Error).message).toBe(
    'listInvites returned the cursor "b" a second time; stopped to avoid an endless loop',
  );
});

it("detects a repeated cursor that is a new object each time", async () => {
  let requests = 0;
  const error = await errorOf(() => {
    requests += 1;
    return requests > 9 ? failure(500) : success({ invites: ["a"], pagination: { current: "", next: { at: 1 } } });
  });
  expect(error).toBeInstanceOf(CursorLoopError);
  expect(requests).toBe(2);
});

it.each([
  ["no list of items", { echo: "sgp_secret" }, '{"data":{"echo":"[token]"}}'],
  ["null as data", null, '{"data":null}'],
])("throws InvalidResponseError for a page with %s, without the token in the excerpt", async (_, data, excerpt) => {
  const iam = createIamClient({ token: "sgp_secret", fetch: async () => Response.json({ data }) });
  const error = await collect(paginate(listInvites, iam)).catch(({ cause }: PageError) => cause);
  expect(error).toBeInstanceOf(InvalidResponseError);
  expect(error).toMatchObject({
    message: "listInvites returned status 200, but data.invites is not an array",
    excerpt,
  });
});
