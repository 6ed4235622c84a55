import { deleteUsers, type GetUserData } from "@segment-iam/client";
import { MutationObserver } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import {
  addPermissionsToUserMutationOptions,
  deleteUsersMutationOptions,
  replacePermissionsForUserMutationOptions,
} from "../generated/query.ts";
import {
  updateItems,
  optimisticDeleteUsers,
  optimisticReplacePermissionsForUser,
  createOptimisticUpdate,
} from "../optimistic.ts";
import { flushPromises } from "../test-utils/deferred-api.ts";
import { OptimisticModel } from "../test-utils/optimistic-model.ts";
import { failWrite, removeUsers, respond, respondToSecond, type Step } from "../test-utils/optimistic-steps.ts";

let model: OptimisticModel;

beforeEach(() => {
  model = new OptimisticModel(["ada", "ben", "cleo", "dora", "emil"], []);
});

afterEach(() => model.end());

const fail: Step = { respond: 0, fails: true };
const toggle: Step = { toggle: "users" };
const refetch: Step = { fetch: "users", cancelRefetch: true };

it("keeps a successful write when one of its callbacks throws", async () => {
  await model.run(toggle, respond, { readsEarly: true }, refetch);
  const { queryClient, iam } = model;
  const fault = new Error("thrown by the callback");
  const onSuccess = () => Promise.reject(fault);
  const options = { optimistic: optimisticDeleteUsers, invalidate: false, onSuccess } as const;
  const { mutate } = new MutationObserver(queryClient, deleteUsersMutationOptions(iam, options));
  const failure = mutate({ userIds: ["ben"] }).catch((error: unknown) => error);
  await model.run({ isOnline: true }, respondToSecond);
  expect(await failure).toBe(fault);
  expect(model.displayedUsers("users")).toBe("ada cleo dora emil of 4");
  await model.run(respond);
  expect(model.displayedUsers("users")).toBe("ada cleo dora emil of 4");
});

it("shows a removed user that was added again before the refetch", async () => {
  await model.run(toggle, respond, removeUsers("emil"));
  const { users } = model.server;
  await model.run(
    { write: { operation: "deleteUsers", items: ["ben"], userId: "", invalidates: true } },
    respondToSecond,
  );
  model.server.users = users;
  await model.run(respondToSecond);
  expect(model.displayedUsers("users")).toBe("ada ben cleo dora of 4");
});

it("keeps the second of two writes with the same variables when the first fails", async () => {
  await model.run(toggle, respond);
  const { queryClient, iam } = model;
  const variables = { userIds: ["ben"] };
  const options = deleteUsersMutationOptions(iam, { retry: false, optimistic: optimisticDeleteUsers });
  for (const _ of [1, 2]) new MutationObserver(queryClient, options).mutate(variables).catch(() => {});
  await model.run({ isOnline: true }, fail);
  expect(model.displayedUsers("users")).toBe("ada cleo dora emil of 4");
  await model.run(fail);
  expect(model.displayedUsers("users")).toBe("ada ben cleo dora emil of 5");
});

it("rolls back a paused write when the mutation cache is cleared", async () => {
  await model.run(toggle, respond, { isOnline: false }, removeUsers("ben"));
  expect(model.displayedUsers("users")).toBe("ada cleo dora emil of 4");
  await model.run({ clear: "mutations" });
  expect(model.displayedUsers("users")).toBe("ada ben cleo dora emil of 5");
  await model.run({ isOnline: true }, refetch, respond);
  expect(model.displayedUsers("users")).toBe("ada ben cleo dora emil of 5");
});

it("keeps a write in flight when the mutation cache is cleared, until it ends", async () => {
  await model.run(toggle, respond, removeUsers("ben"), removeUsers("cleo"), { clear: "mutations" });
  expect(model.displayedUsers("users")).toBe("ada dora emil of 3");
  await model.run(failWrite, respond);
  expect(model.displayedUsers("users")).toBe("ada ben dora emil of 4");
});

it("rolls back a write whose retry pauses after the mutation cache was cleared", async () => {
  await model.run(toggle, respond);
  const { queryClient, iam } = model;
  const options = { retry: 1, retryDelay: 0, optimistic: optimisticDeleteUsers };
  void new MutationObserver(queryClient, deleteUsersMutationOptions(iam, options)).mutate({ userIds: ["ben"] });
  await flushPromises();
  await model.run({ clear: "mutations" }, { isOnline: false });
  expect(model.displayedUsers("users")).toBe("ada cleo dora emil of 4");
  await model.run(fail);
  await vi.waitFor(() => expect(model.displayedUsers("users")).toBe("ada ben cleo dora emil of 5"));
});

it.each<[string, boolean, number]>([
  ["the second of two with the same variables", true, 1],
  ["the first of two with the same variables", true, 0],
  ["one that is pending together with a write without an optimistic update", false, 1],
])("rolls back only the paused write that is removed from the mutation cache: %s", async (_which, isOptimistic, at) => {
  await model.run(toggle, respond, { isOnline: false });
  const { queryClient, iam } = model;
  const variables = { userIds: ["ben"] };
  for (const optimistic of [isOptimistic ? optimisticDeleteUsers : undefined, optimisticDeleteUsers]) {
    const options = deleteUsersMutationOptions(iam, { retry: false, optimistic });
    new MutationObserver(queryClient, options).mutate(isOptimistic ? variables : { ...variables }).catch(() => {});
  }
  const mutations = queryClient.getMutationCache();
  const [removed] = mutations.getAll().slice(at);
  await flushPromises();
  if (removed) mutations.remove(removed);
  await flushPromises();
  expect(model.displayedUsers("users")).toBe(isOptimistic ? "ada cleo dora emil of 4" : "ada ben cleo dora emil of 5");
  await model.run({ isOnline: true }, fail);
  expect(model.displayedUsers("users")).toBe("ada ben cleo dora emil of 5");
});

it("rolls back only the write that was removed when writes of other operations have the same variables", async () => {
  await model.run({ toggle: "ada" }, respond);
  const { queryClient, iam } = model;
  const roles = () => (model.displayed("ada") as GetUserData).user.permissions?.map(({ roleId }) => roleId);
  const variables = { userId: "ada", permissions: [{ roleId: "r1", resources: [] }] };
  const plain = { retry: false, invalidate: false } as const;
  const replace = replacePermissionsForUserMutationOptions(iam, plain);
  new MutationObserver(queryClient, replace).mutate(variables).catch(() => {});
  await model.run({ isOnline: true }, fail, { isOnline: false });
  const add = addPermissionsToUserMutationOptions(iam, plain);
  new MutationObserver(queryClient, add).mutate(variables).catch(() => {});
  const options = { ...plain, optimistic: optimisticReplacePermissionsForUser };
  const optimistic = replacePermissionsForUserMutationOptions(iam, options);
  new MutationObserver(queryClient, optimistic).mutate(variables).catch(() => {});
  await flushPromises();
  expect(roles()).toEqual(["r1"]);
  const mutations = queryClient.getMutationCache();
  const last = mutations.getAll().at(-1);
  if (last) mutations.remove(last);
  await flushPromises();
  expect(roles()).toEqual([]);
});

it("does not show a write that was removed from the mutation cache before it started", async () => {
  await model.run(toggle, respond, { isOnline: false });
  const { queryClient, iam } = model;
  queryClient.getMutationCache().config.onMutate = () => Promise.resolve();
  const options = deleteUsersMutationOptions(iam, { optimistic: optimisticDeleteUsers });
  void new MutationObserver(queryClient, options).mutate({ userIds: ["ben"] });
  await model.run({ clear: "mutations" }, { isOnline: true });
  expect(model.displayedUsers("users")).toBe("ada ben cleo dora emil of 5");
});

it("does not loop when a patch returns different data each time", async () => {
  await model.run(toggle, respond);
  const { queryClient, iam } = model;
  const optimistic = createOptimisticUpdate(deleteUsers, {
    listUsers: (pages) => updateItems(pages, "users", (users) => users.map((user) => ({ ...user, seen: new Map() }))),
  });
  void new MutationObserver(queryClient, deleteUsersMutationOptions(iam, { optimistic })).mutate({ userIds: ["ben"] });
  await model.run({ isOnline: true });
  expect(model.displayedUsers("users")).toBe("ada ben cleo dora emil of 5");
});

it.each<[string, Step, string]>([
  ["fails", fail, "ada ben cleo dora emil of 5"],
  ["succeeds", respond, "ada cleo dora emil of 4"],
])("runs callbacks that are added to the options of a write that %s", async (_name, end, expected) => {
  await model.run(toggle, respond);
  const { queryClient, iam } = model;
  const calls: string[] = [];
  const options = {
    ...deleteUsersMutationOptions(iam, { optimistic: optimisticDeleteUsers, invalidate: false }),
    onMutate: () => void calls.push("onMutate"),
    onSuccess: () => void calls.push("onSuccess"),
    onError: () => void calls.push("onError"),
  };
  new MutationObserver(queryClient, options).mutate({ userIds: ["ben"] }).catch(() => {});
  await model.run({ isOnline: true });
  expect(model.displayedUsers("users")).toBe("ada cleo dora emil of 4");
  await model.run(end);
  expect(model.displayedUsers("users")).toBe(expected);
  expect(calls).toEqual(["onMutate", end === fail ? "onError" : "onSuccess"]);
});
