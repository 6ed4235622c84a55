import type { GetUserData, ListUsersData } from "@segment-iam/client";
import { afterEach, beforeEach, expect, it } from "vitest";
import { OptimisticModel } from "../test-utils/optimistic-model.ts";
import { failWrite, removeUsers, respond, respondToSecond, type Step } from "../test-utils/optimistic-steps.ts";
import type { QueryName } from "../test-utils/query-drivers.ts";

let model: OptimisticModel;

beforeEach(() => {
  model = new OptimisticModel(["ada", "ben", "cleo", "dora", "emil"], []);
});

afterEach(() => model.end());

const toggle = (toggle: QueryName): Step => ({ toggle });
const refetch = (fetch: QueryName): Step => ({ fetch, cancelRefetch: true });
const fetchMore = (fetchMore: QueryName, isBackward = false): Step => ({ fetchMore, isBackward });

it("applies a pending write to refetched data, and shows the data without the write when it fails", async () => {
  await model.run(toggle("users"), respond, removeUsers("ben"), { addOther: true }, refetch("users"), respondToSecond);
  expect(model.displayedUsers("users")).toBe("ada cleo dora emil other1 of 5");
  await model.run(failWrite);
  expect(model.displayedUsers("users")).toBe("ada ben cleo dora emil other1 of 6");
});

it("applies a pending write to a query that is first fetched during the write", async () => {
  await model.run(removeUsers("ben"), toggle("users"), respondToSecond);
  expect(model.displayedUsers("users")).toBe("ada cleo dora emil of 4");
  await model.run(failWrite);
  expect(model.displayedUsers("users")).toBe("ada ben cleo dora emil of 5");
});

it.each<[QueryName, boolean, string, string]>([
  ["userPages", false, "ada cleo dora of 4", "ada ben cleo dora of 5"],
  ["middlePages", true, "ada cleo dora of 4", "ada ben cleo dora of 5"],
])("applies a pending write to a page that is added to %s", async (name, isBackward, pending, failed) => {
  await model.run(toggle(name), respond, removeUsers("ben"), fetchMore(name, isBackward), respondToSecond);
  expect(model.displayedUsers(name)).toBe(pending);
  await model.run(failWrite);
  expect(model.displayedUsers(name)).toBe(failed);
});

it.each<[QueryName, boolean, string, string]>([
  ["userPages", false, "ben", "ada ben cleo dora of 5"],
  ["middlePages", true, "cleo", "ada ben cleo dora of 5"],
])(
  "adds a page to the server data of %s when the write fails before the page arrives",
  async (name, isBackward, id, all) => {
    await model.run(toggle(name), respond, removeUsers(id), fetchMore(name, isBackward), failWrite, respond);
    expect(model.displayedUsers(name)).toBe(all);
  },
);

it("applies a confirmed write to the loaded pages when the fetched page contains it", async () => {
  await model.run(toggle("userPages"), respond, removeUsers("emil"), removeUsers("ben"), respondToSecond);
  await model.run(fetchMore("userPages"), respondToSecond);
  expect(model.displayedUsers("userPages")).toBe("ada dora of 3");
});

it("shows a removed user again if the removal fails after another write has refetched other pages", async () => {
  const permissions = { operation: "replacePermissionsForUser", items: ["r1"], userId: "ada" } as const;
  await model.run(toggle("userPages"), respond, fetchMore("userPages"), respond, removeUsers("cleo"));
  await model.run({ write: { ...permissions, invalidates: true } }, respondToSecond, respondToSecond);
  expect(model.displayedUsers("userPages")).toBe("ada ben dora of 4");
  await model.run(failWrite);
  expect(model.displayedUsers("userPages")).toBe("ada ben cleo dora of 5");
});

it.each<[string, Step]>([
  ["cancelQueries", { cancel: "users" }],
  ["unmounting", toggle("users")],
])("shows the server data when %s cancels a fetch that started before the write failed", async (_name, stopFetch) => {
  await model.run(toggle("users"), respond, removeUsers("ben"), refetch("users"), failWrite, stopFetch);
  expect(model.displayedUsers("users")).toBe("ada ben cleo dora emil of 5");
});

const removeFirst = (data: ListUsersData | undefined) => data && { ...data, users: data.users.slice(1) };

it("applies a pending write to data from setQueryData, whose updater receives the server data", async () => {
  const { queryKey } = model.queries.users;
  await model.run(toggle("users"), respond, removeUsers("ben"), refetch("users"));
  model.queryClient.setQueryData(queryKey, removeFirst);
  await model.run({ cancel: "users" });
  expect(model.displayedUsers("users")).toBe("cleo dora emil of 4");
  await model.run(failWrite);
  expect(model.displayedUsers("users")).toBe("ben cleo dora emil of 5");
  expect(model.queryClient.getQueryState(queryKey)).toMatchObject({ isInvalidated: false, fetchStatus: "idle" });
});

it("applies a pending write to data that an observer sets when a fetch succeeds", async () => {
  await model.run(toggle("users"), respond, removeUsers("ben"));
  const { queryKey } = model.queries.users;
  const query = model.queryClient.getQueryCache().find({ queryKey });
  const unsubscribe = query?.observers[0]?.subscribe(() => {
    const { users } = query.state.data as ListUsersData;
    if (users.length === 5) model.queryClient.setQueryData(queryKey, removeFirst);
  });
  await model.run(refetch("users"), respondToSecond);
  unsubscribe?.();
  expect(model.displayedUsers("users")).toBe("cleo dora emil of 4");
  await model.run(failWrite);
  expect(model.displayedUsers("users")).toBe("ben cleo dora emil of 5");
});

it("changes the cache when a write succeeds, and again when an outdated fetch replaces the data", async () => {
  const { queryKey } = model.queries.users;
  const cachedIds = () => (model.queryClient.getQueryData(queryKey) as ListUsersData).users.map(({ id }) => id);
  await model.run(toggle("users"), respond, { readsEarly: true }, refetch("users"), removeUsers("ben"));
  expect(cachedIds()).toContain("ben");
  await model.run(respondToSecond);
  expect(cachedIds()).not.toContain("ben");
  await model.run({ addOther: true }, respond);
  expect(cachedIds()).toEqual(["ada", "cleo", "dora", "emil"]);
});

it("rolls back a failed write after setState has changed only dataUpdatedAt", async () => {
  const { queryKey } = model.queries.users;
  await model.run(toggle("users"), respond, removeUsers("ben"));
  model.queryClient.getQueryCache().find({ queryKey })?.setState({ dataUpdatedAt: 1 });
  await model.run(failWrite);
  expect(model.displayedUsers("users")).toBe("ada ben cleo dora emil of 5");
  expect(model.queryClient.getQueryState(queryKey)).toMatchObject({ dataUpdatedAt: 1, isInvalidated: false });
});

it("applies a pending write to data from setState, and removes that data when the first fetch is cancelled", async () => {
  const query = () => model.queryClient.getQueryCache().find({ queryKey: model.queries.users.queryKey });
  await model.run(removeUsers("ben"), toggle("users"));
  const { users } = model.server;
  query()?.setState({ data: { users, pagination: { current: "", totalEntries: 5 } }, status: "success" });
  expect(model.displayedUsers("users")).toBe("ada cleo dora emil of 4");
  await model.run({ cancel: "users" });
  expect(query()?.state).toMatchObject({ status: "pending", data: undefined });
});

it("keeps a pending write when the state is cleared and restored, as the devtools do", async () => {
  const query = () => model.queryClient.getQueryCache().find({ queryKey: model.queries.users.queryKey });
  await model.run(toggle("users"), respond, removeUsers("ben"), refetch("users"), respondToSecond);
  const state = query()?.state;
  query()?.setState({ data: undefined, status: "pending" });
  query()?.setState({ ...state });
  expect(model.displayedUsers("users")).toBe("ada cleo dora emil of 4");
});

it("applies a pending write to the new data of a query that was reset or removed", async () => {
  const { queryKey } = model.queries.users;
  await model.run(toggle("users"), respond, removeUsers("ben"));
  void model.queryClient.resetQueries({ queryKey });
  expect(model.displayedUsers("users")).toBeUndefined();
  await model.run({ addOther: true }, respondToSecond);
  expect(model.displayedUsers("users")).toBe("ada cleo dora emil other1 of 5");
  await model.run({ clear: "queries" }, { addOther: true }, respondToSecond, failWrite);
  expect(model.displayedUsers("users")).toBe("ada ben cleo dora emil other1 other2 of 7");
});

it("adds a confirmed write to outdated data of a prefetch that the invalidation did not cancel", async () => {
  const write = { operation: "deleteUsers", items: ["ben"], userId: "", invalidates: true } as const;
  await model.run({ readsEarly: true }, { fetch: "users", cancelRefetch: false }, { write }, respondToSecond);
  expect(model.displayedUsers("users")).toBeUndefined();
  await model.run(respond);
  expect(model.displayedUsers("users")).toBe("ada cleo dora emil of 4");
});

it("does not add a confirmed write to the data of a fetch that started later", async () => {
  const write = { operation: "replacePermissionsForUser", items: ["r1"], userId: "ada", invalidates: true } as const;
  const roles = () => (model.displayed("ada") as GetUserData).user.permissions?.map(({ roleName }) => roleName);
  await model.run(toggle("ada"), respond, { readsEarly: true }, refetch("ada"), { write }, respondToSecond);
  expect(roles()).toEqual(["Role r1"]);
  const [ada] = model.server.users;
  if (ada) model.server.users = [{ ...ada, permissions: [{ roleId: "r1", roleName: "Renamed", resources: [] }] }];
  await model.run({ readsEarly: false }, refetch("ada"), respond);
  expect(roles()).toEqual(["Renamed"]);
});

it("adds a confirmed write to the loaded pages when a paused fetch of the next page continues", async () => {
  await model.run(toggle("userPages"), respond, refetch("userPages"), { cancel: "userPages" }, { isOnline: false });
  await model.run(removeUsers("ben"), removeUsers("ada"), fetchMore("userPages"));
  await model.respondToAll();
  expect(model.displayedUsers("userPages")).toMatch(/^emil /);
});
