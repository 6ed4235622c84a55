import type { ListUsersData } from "@segment-iam/client";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { ReadName } from "../test-utils/query-drivers.ts";
import type { Step } from "../test-utils/optimistic-step.ts";
import { OptimisticWorld } from "../test-utils/optimistic-model.ts";

/** Sequences of steps, written out, that the property beside this may find or not. */
let world: OptimisticWorld;

beforeEach(() => {
  world = new OptimisticWorld(["ada", "ben", "cleo", "dora", "emil"], []);
});

afterEach(() => world.end());

const answer: Step = { answer: 0, isRefused: false };
const refuse: Step = { refuse: 0 };
const toggle = (toggle: ReadName): Step => ({ toggle });
const refetch = (fetch: ReadName): Step => ({ fetch, cancelRefetch: true });
const more = (more: ReadName, isBackward = false): Step => ({ more, isBackward });
const remove = (...items: string[]): Step => ({ write: { operation: "deleteUsers", items, userId: "" } });

async function run(...steps: readonly Step[]): Promise<void> {
  for (const step of steps) await world.run(step);
}

it("shows what a refetch brings to a component while a write is pending, and all of it when that fails", async () => {
  await run(toggle("users"), answer, remove("ben"), { joins: true }, refetch("users"), { answer: 1, isRefused: false });
  expect(world.list("users")).toBe("ada cleo dora emil other1 of 5");
  await run(refuse);
  expect(world.list("users")).toBe("ada ben cleo dora emil other1 of 6");
});

it("shows a list that a component asks for while a write is pending", async () => {
  await run(remove("ben"), toggle("users"), { answer: 1, isRefused: false });
  expect(world.list("users")).toBe("ada cleo dora emil of 4");
  await run(refuse);
  expect(world.list("users")).toBe("ada ben cleo dora emil of 5");
});

it.each<[ReadName, boolean, string, string]>([
  ["userPages", false, "ada cleo dora of 4", "ada ben cleo dora of 5"],
  ["middlePages", true, "ada cleo dora of 4", "ada ben cleo dora of 5"],
])("adds a page to %s under a pending write", async (name, isBackward, pending, failed) => {
  await run(toggle(name), answer, remove("ben"), more(name, isBackward), { answer: 1, isRefused: false });
  expect(world.list(name)).toBe(pending);
  await run(refuse);
  expect(world.list(name)).toBe(failed);
});

it.each<[ReadName, boolean, string, string]>([
  ["userPages", false, "ben", "ada ben cleo dora of 5"],
  ["middlePages", true, "cleo", "ada ben cleo dora of 5"],
])(
  "adds a page to %s as it was answered, though the write failed before the page came",
  async (name, isBackward, id, all) => {
    await run(toggle(name), answer, remove(id), more(name, isBackward), refuse, answer);
    expect(world.list(name)).toBe(all);
  },
);

it("adds a page that has a write to pages that lack it", async () => {
  await run(toggle("userPages"), answer, remove("emil"), remove("ben"), { answer: 1, isRefused: false });
  await run(more("userPages"), { answer: 1, isRefused: false });
  expect(world.list("userPages")).toBe("ada dora of 3");
});

it.each<[string, Step]>([
  ["cancelQueries", { cancel: "users" }],
  ["unmounting", toggle("users")],
])("shows what was answered after %s gives a fetch up that began under a write that failed", async (_name, giveUp) => {
  await run(toggle("users"), answer, remove("ben"), refetch("users"), refuse, giveUp);
  expect(world.list("users")).toBe("ada ben cleo dora emil of 5");
});

it("shows what was set by hand during a fetch that is given up", async () => {
  await run(toggle("users"), answer, remove("ben"), refetch("users"));
  world.queryClient.setQueryData(world.reads.users.queryKey, (data: ListUsersData) => ({
    ...data,
    users: data.users.slice(1),
  }));
  await run({ cancel: "users" });
  expect(world.list("users")).toBe("cleo dora emil of 4");
});

it("asks again for what was set by hand under a write that failed", async () => {
  await run(toggle("users"), answer, remove("ben"));
  world.queryClient.setQueryData(world.reads.users.queryKey, (data: ListUsersData) => ({
    ...data,
    users: data.users.slice(1),
  }));
  await run(refuse, answer);
  expect(world.list("users")).toBe("ada ben cleo dora emil of 5");
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
  expect(world.list("users")).toBe("ada cleo of 4");
  await run(refuse);
  expect(world.list("users")).toBe("ada ben cleo of 5");
});

it("does not ask again for what was set by hand and then answered", async () => {
  const { queryKey } = world.reads.users;
  await run(toggle("users"), answer, remove("ben"));
  world.queryClient.setQueryData(queryKey, (data: ListUsersData) => ({ ...data, users: data.users.slice(1) }));
  await run(refetch("users"), { answer: 1, isRefused: false }, refuse);
  expect(world.list("users")).toBe("ada ben cleo dora emil of 5");
  expect(world.queryClient.getQueryState(queryKey)).toMatchObject({ isInvalidated: false, fetchStatus: "idle" });
});

it("takes a write back from data whose age alone was changed", async () => {
  const { queryKey } = world.reads.users;
  await run(toggle("users"), answer, remove("ben"));
  world.queryClient.getQueryCache().find({ queryKey })?.setState({ dataUpdatedAt: 1 });
  await run(refuse);
  expect(world.list("users")).toBe("ada ben cleo dora emil of 5");
  expect(world.queryClient.getQueryState(queryKey)).toMatchObject({ dataUpdatedAt: 1, isInvalidated: false });
});

it("lays a pending write over a newer state, and has no data where the query has none", async () => {
  const query = () => world.queryClient.getQueryCache().find({ queryKey: world.reads.users.queryKey });
  await run(remove("ben"), toggle("users"));
  const { users } = world.server;
  query()?.setState({ data: { users, pagination: { current: "", totalEntries: 5 } }, status: "success" });
  expect(world.list("users")).toBe("ada cleo dora emil of 4");
  await run({ cancel: "users" });
  expect(query()?.state).toMatchObject({ status: "pending", data: undefined });
});

it("shows a state that was taken away for a while and put back, as the devtools do", async () => {
  const query = () => world.queryClient.getQueryCache().find({ queryKey: world.reads.users.queryKey });
  await run(toggle("users"), answer, remove("ben"), refetch("users"), { answer: 1, isRefused: false });
  const state = query()?.state;
  query()?.setState({ data: undefined, status: "pending" });
  query()?.setState({ ...state });
  expect(world.list("users")).toBe("ada cleo dora emil of 4");
});

it("starts anew with a query that was reset or removed", async () => {
  const { queryKey } = world.reads.users;
  await run(toggle("users"), answer, remove("ben"));
  void world.queryClient.resetQueries({ queryKey });
  expect(world.list("users")).toBeUndefined();
  await run({ joins: true }, { answer: 1, isRefused: false });
  expect(world.list("users")).toBe("ada cleo dora emil other1 of 5");
  await run({ clear: "queries" }, { joins: true }, { answer: 1, isRefused: false }, refuse);
  expect(world.list("users")).toBe("ada ben cleo dora emil other1 other2 of 7");
});
