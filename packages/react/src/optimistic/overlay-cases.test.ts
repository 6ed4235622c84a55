import type { ListUsersData } from "@segment-iam/client";
import { MutationObserver, type InfiniteData } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, it } from "vitest";
import { deleteUsersMutationOptions } from "../generated/query.ts";
import { optimisticDeleteUsers } from "../optimistic.ts";
import type { ReadName } from "../test-support/optimistic-reads.ts";
import { OptimisticWorld, type Step } from "../test-support/optimistic-world.ts";

/** Sequences of steps, written out, that the property beside this may find or not. */
let world: OptimisticWorld;

beforeEach(() => {
  world = new OptimisticWorld(["ada", "ben", "cleo", "dora", "emil"], []);
});

afterEach(async () => {
  await world.settle();
  const { isWatched } = world;
  world.close();
  expect(isWatched).toBe(false);
});

const answer: Step = { answer: 0, isRefused: false };
const refuse: Step = { refuse: 0 };
const toggle = (toggle: ReadName): Step => ({ toggle });
const refetch = (fetch: ReadName): Step => ({ fetch, cancelRefetch: true });
const more = (more: ReadName, isBackward = false): Step => ({ more, isBackward });
const remove = (...items: string[]): Step => ({ write: { operation: "deleteUsers", items, userId: "" } });

async function run(...steps: readonly Step[]): Promise<void> {
  for (const step of steps) await world.run(step);
}

/** The names that are shown, and the total; pages one after another. */
function shown(name: ReadName): string | undefined {
  const data = world.shown(name) as Partial<ListUsersData & InfiniteData<ListUsersData>> | undefined;
  const pages = data?.pages ?? (data && [data as ListUsersData]);
  const names = pages?.flatMap(({ users }) => users.map(({ id }) => id));
  return names && `${names.join(" ")} of ${pages?.at(-1)?.pagination.totalEntries}`;
}

it("shows what a refetch brings to a component while a write is pending, and all of it when that fails", async () => {
  await run(toggle("users"), answer, remove("ben"), { joins: true }, refetch("users"), { answer: 1, isRefused: false });
  expect(shown("users")).toBe("ada cleo dora emil other1 of 5");
  await run(refuse);
  expect(shown("users")).toBe("ada ben cleo dora emil other1 of 6");
});

it("shows a list that a component asks for while a write is pending", async () => {
  await run(remove("ben"), toggle("users"), { answer: 1, isRefused: false });
  expect(shown("users")).toBe("ada cleo dora emil of 4");
  await run(refuse);
  expect(shown("users")).toBe("ada ben cleo dora emil of 5");
});

it.each<[ReadName, boolean, string, string]>([
  ["userPages", false, "ada cleo dora of 4", "ada ben cleo dora of 5"],
  ["middlePages", true, "ada cleo dora of 4", "ada ben cleo dora of 5"],
])("adds a page to %s under a pending write", async (name, isBackward, pending, failed) => {
  await run(toggle(name), answer, remove("ben"), more(name, isBackward), { answer: 1, isRefused: false });
  expect(shown(name)).toBe(pending);
  await run(refuse);
  expect(shown(name)).toBe(failed);
});

it.each<[ReadName, boolean, string, string]>([
  ["userPages", false, "ben", "ada ben cleo dora of 5"],
  ["middlePages", true, "cleo", "ada ben cleo dora of 5"],
])(
  "adds a page to %s as it was answered, though the write failed before the page came",
  async (name, isBackward, id, all) => {
    await run(toggle(name), answer, remove(id), more(name, isBackward), refuse, answer);
    expect(shown(name)).toBe(all);
  },
);

it("adds a page that has a write to pages that lack it", async () => {
  await run(toggle("userPages"), answer, remove("emil"), remove("ben"), { answer: 1, isRefused: false });
  await run(more("userPages"), { answer: 1, isRefused: false });
  expect(shown("userPages")).toBe("ada dora of 3");
});

it.each<[string, Step]>([
  ["cancelQueries", { cancel: "users" }],
  ["unmounting", toggle("users")],
])("shows what was answered after %s gives a fetch up that began under a write that failed", async (_name, giveUp) => {
  await run(toggle("users"), answer, remove("ben"), refetch("users"), refuse, giveUp);
  expect(shown("users")).toBe("ada ben cleo dora emil of 5");
});

it("shows what was set by hand during a fetch that is given up", async () => {
  await run(toggle("users"), answer, remove("ben"), refetch("users"));
  world.queryClient.setQueryData(world.reads.users.queryKey, (data: ListUsersData) => ({
    ...data,
    users: data.users.slice(1),
  }));
  await run({ cancel: "users" });
  expect(shown("users")).toBe("cleo dora emil of 4");
});

it("asks again for what was set by hand under a write that failed", async () => {
  await run(toggle("users"), answer, remove("ben"));
  world.queryClient.setQueryData(world.reads.users.queryKey, (data: ListUsersData) => ({
    ...data,
    users: data.users.slice(1),
  }));
  await run(refuse, answer);
  expect(shown("users")).toBe("ada ben cleo dora emil of 5");
});

it("lays a pending write over what an observer sets as soon as it hears of an answer", async () => {
  await run(toggle("users"), answer, remove("ben"));
  const { queryKey } = world.reads.users;
  const stop = world.queryClient
    .getQueryCache()
    .find({ queryKey })
    ?.observers[0]?.subscribe(({ data }) => {
      const { users, pagination } = data as ListUsersData;
      if (users.length > 3) world.queryClient.setQueryData(queryKey, { users: users.slice(0, 3), pagination });
    });
  await run(refetch("users"), { answer: 1, isRefused: false });
  stop?.();
  expect(shown("users")).toBe("ada cleo of 4");
});

it("starts anew with a query that was reset or removed", async () => {
  const { queryKey } = world.reads.users;
  await run(toggle("users"), answer, remove("ben"));
  void world.queryClient.resetQueries({ queryKey });
  expect(shown("users")).toBeUndefined();
  await run({ joins: true }, { answer: 1, isRefused: false });
  expect(shown("users")).toBe("ada cleo dora emil other1 of 5");
  await run({ clear: "queries" }, { joins: true }, { answer: 1, isRefused: false }, refuse);
  expect(shown("users")).toBe("ada ben cleo dora emil other1 other2 of 7");
});

it("forgets a write that waits for the network when the mutations are cleared", async () => {
  await run(toggle("users"), answer, { isOnline: false }, remove("ben"));
  expect(shown("users")).toBe("ada cleo dora emil of 4");
  await run({ clear: "mutations" });
  expect(shown("users")).toBe("ada ben cleo dora emil of 5");
  await run({ isOnline: true }, refetch("users"), answer);
  expect(shown("users")).toBe("ada ben cleo dora emil of 5");
});

it("shows a write that was sent before the mutations were cleared until it is answered", async () => {
  await run(toggle("users"), answer, remove("ben"), remove("cleo"), { clear: "mutations" });
  expect(shown("users")).toBe("ada dora emil of 3");
  await run(refuse, answer);
  expect(shown("users")).toBe("ada ben dora emil of 4");
});

it.each([
  ["fails", () => Promise.reject(new Error("no")), "ada ben cleo dora emil of 5"],
  ["succeeds", () => Promise.resolve(), "ada cleo dora emil of 4"],
])("knows when a write %s whose default callbacks were replaced", async (_name, mutationFn, expected) => {
  await run(toggle("users"), answer);
  const { queryClient, iam } = world;
  const defaults = deleteUsersMutationOptions(iam, { optimistic: optimisticDeleteUsers });
  queryClient.setMutationDefaults(defaults.mutationKey, defaults as object);
  const { mutationKey } = defaults;
  const own = { mutationKey, mutationFn, retry: false, onSuccess: () => {}, onError: () => {} };
  await new MutationObserver<unknown, Error, object>(queryClient, own).mutate({ userIds: ["ben"] }).catch(() => {});
  expect(shown("users")).toBe(expected);
});
