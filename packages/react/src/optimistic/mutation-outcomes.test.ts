import { deleteUsers, type GetUserData } from "@segment-iam/client";
import { MutationObserver } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import {
  addPermissionsToUserMutationOptions,
  deleteUsersMutationOptions,
  replacePermissionsForUserMutationOptions,
} from "../generated/query.ts";
import {
  changeItems,
  optimisticDeleteUsers,
  optimisticReplacePermissionsForUser,
  optimisticRule,
} from "../optimistic.ts";
import { settled } from "../test-utils/deferred-api.ts";
import type { Step } from "../test-utils/optimistic-step.ts";
import { OptimisticWorld } from "../test-utils/optimistic-model.ts";

let world: OptimisticWorld;

beforeEach(() => {
  world = new OptimisticWorld(["ada", "ben", "cleo", "dora", "emil"], []);
});

afterEach(() => world.end());

const answer: Step = { answer: 0, isRefused: false };
const second: Step = { answer: 1, isRefused: false };
const refuse: Step = { refuse: 0 };
const toggle: Step = { toggle: "users" };
const refetch: Step = { fetch: "users", cancelRefetch: true };
const remove = (...items: string[]): Step => ({ write: { operation: "deleteUsers", items, userId: "" } });

async function run(...steps: readonly Step[]): Promise<void> {
  for (const step of steps) await world.run(step);
}

it("keeps a write that succeeded, though a callback of it throws", async () => {
  await run(toggle, answer, { isLate: true }, refetch);
  const { queryClient, iam } = world;
  const fault = new Error("not the write's");
  const onSuccess = () => Promise.reject(fault);
  const options = { optimistic: optimisticDeleteUsers, invalidate: false, onSuccess } as const;
  const { mutate } = new MutationObserver(queryClient, deleteUsersMutationOptions(iam, options));
  const failure = mutate({ userIds: ["ben"] }).catch((error: unknown) => error);
  await run({ isOnline: true }, second);
  expect(await failure).toBe(fault);
  expect(world.list("users")).toBe("ada cleo dora emil of 4");
  await run(answer);
  expect(world.list("users")).toBe("ada cleo dora emil of 4");
});

it("shows who was removed and came back before the list was asked for again", async () => {
  await run(toggle, answer, remove("emil"));
  const { users } = world.server;
  await run({ write: { operation: "deleteUsers", items: ["ben"], userId: "", invalidates: true } }, second);
  world.server.users = users;
  await run(second);
  expect(world.list("users")).toBe("ada ben cleo dora of 4");
});

it("keeps the second of two writes with the same variables when the first is refused", async () => {
  await run(toggle, answer);
  const { queryClient, iam } = world;
  const variables = { userIds: ["ben"] };
  const options = deleteUsersMutationOptions(iam, { retry: false, optimistic: optimisticDeleteUsers });
  for (const _ of [1, 2]) new MutationObserver(queryClient, options).mutate(variables).catch(() => {});
  await run({ isOnline: true }, { answer: 0, isRefused: true });
  expect(world.list("users")).toBe("ada cleo dora emil of 4");
  await run({ answer: 0, isRefused: true });
  expect(world.list("users")).toBe("ada ben cleo dora emil of 5");
});

it("forgets a write that waits for the network when the mutations are cleared", async () => {
  await run(toggle, answer, { isOnline: false }, remove("ben"));
  expect(world.list("users")).toBe("ada cleo dora emil of 4");
  await run({ clear: "mutations" });
  expect(world.list("users")).toBe("ada ben cleo dora emil of 5");
  await run({ isOnline: true }, refetch, answer);
  expect(world.list("users")).toBe("ada ben cleo dora emil of 5");
});

it("shows a write that was sent before the mutations were cleared until it is answered", async () => {
  await run(toggle, answer, remove("ben"), remove("cleo"), { clear: "mutations" });
  expect(world.list("users")).toBe("ada dora emil of 3");
  await run(refuse, answer);
  expect(world.list("users")).toBe("ada ben dora emil of 4");
});

it("forgets a write that was sent, and that waits for the network to be sent again after the mutations were cleared", async () => {
  await run(toggle, answer);
  const { queryClient, iam } = world;
  const options = { retry: 1, retryDelay: 0, optimistic: optimisticDeleteUsers };
  void new MutationObserver(queryClient, deleteUsersMutationOptions(iam, options)).mutate({ userIds: ["ben"] });
  await settled();
  await run({ clear: "mutations" }, { isOnline: false });
  expect(world.list("users")).toBe("ada cleo dora emil of 4");
  await run({ answer: 0, isRefused: true });
  await vi.waitFor(() => expect(world.list("users")).toBe("ada ben cleo dora emil of 5"));
});

it.each<[string, boolean, number]>([
  ["the second of two with the same variables", true, 1],
  ["the first of two with the same variables", true, 0],
  ["one beside another that is not shown", false, 1],
])("forgets exactly the write that was removed while it waited: %s", async (_which, isShown, at) => {
  await run(toggle, answer, { isOnline: false });
  const { queryClient, iam } = world;
  const variables = { userIds: ["ben"] };
  for (const optimistic of [isShown ? optimisticDeleteUsers : undefined, optimisticDeleteUsers]) {
    const options = deleteUsersMutationOptions(iam, { retry: false, optimistic });
    new MutationObserver(queryClient, options).mutate(isShown ? variables : { ...variables }).catch(() => {});
  }
  const mutations = queryClient.getMutationCache();
  const [removed] = mutations.getAll().slice(at);
  await settled();
  if (removed) mutations.remove(removed);
  expect(world.list("users")).toBe(isShown ? "ada cleo dora emil of 4" : "ada ben cleo dora emil of 5");
  await run({ isOnline: true }, { answer: 0, isRefused: true });
  expect(world.list("users")).toBe("ada ben cleo dora emil of 5");
});

it("forgets exactly the write that was removed, whatever else has its variables", async () => {
  await run({ toggle: "ada" }, answer);
  const { queryClient, iam } = world;
  const roles = () => (world.shown("ada") as GetUserData).user.permissions?.map(({ roleId }) => roleId);
  const variables = { userId: "ada", permissions: [{ roleId: "r1", resources: [] }] };
  const plain = { retry: false, invalidate: false } as const;
  const replace = replacePermissionsForUserMutationOptions(iam, plain);
  new MutationObserver(queryClient, replace).mutate(variables).catch(() => {});
  await run({ isOnline: true }, { answer: 0, isRefused: true }, { isOnline: false });
  const add = addPermissionsToUserMutationOptions(iam, plain);
  new MutationObserver(queryClient, add).mutate(variables).catch(() => {});
  const options = { ...plain, optimistic: optimisticReplacePermissionsForUser };
  const shown = replacePermissionsForUserMutationOptions(iam, options);
  new MutationObserver(queryClient, shown).mutate(variables).catch(() => {});
  await settled();
  expect(roles()).toEqual(["r1"]);
  const mutations = queryClient.getMutationCache();
  const last = mutations.getAll().at(-1);
  if (last) mutations.remove(last);
  expect(roles()).toEqual([]);
});

it("never shows a write that was removed before it began", async () => {
  await run(toggle, answer, { isOnline: false });
  const { queryClient, iam } = world;
  queryClient.getMutationCache().config.onMutate = () => Promise.resolve();
  const options = deleteUsersMutationOptions(iam, { optimistic: optimisticDeleteUsers });
  void new MutationObserver(queryClient, options).mutate({ userIds: ["ben"] });
  await run({ clear: "mutations" }, { isOnline: true });
  expect(world.list("users")).toBe("ada ben cleo dora emil of 5");
});

it("shows a patch that never gives the same twice", async () => {
  await run(toggle, answer);
  const { queryClient, iam } = world;
  const optimistic = optimisticRule(deleteUsers, {
    listUsers: (pages) => changeItems(pages, "users", (users) => users.map((user) => ({ ...user, seen: new Map() }))),
  });
  void new MutationObserver(queryClient, deleteUsersMutationOptions(iam, { optimistic })).mutate({ userIds: ["ben"] });
  await run({ isOnline: true });
  expect(world.list("users")).toBe("ada ben cleo dora emil of 5");
});

it.each([
  ["fails", () => Promise.reject(new Error("no")), "ada ben cleo dora emil of 5"],
  ["succeeds", () => Promise.resolve(), "ada cleo dora emil of 4"],
])("knows when a write %s whose default callbacks were replaced", async (_name, mutationFn, expected) => {
  await run(toggle, answer);
  const { queryClient, iam } = world;
  const defaults = deleteUsersMutationOptions(iam, { optimistic: optimisticDeleteUsers });
  queryClient.setMutationDefaults(defaults.mutationKey, defaults as object);
  const { mutationKey } = defaults;
  const own = { mutationKey, mutationFn, retry: false, onSuccess: () => {}, onError: () => {} };
  await new MutationObserver<unknown, Error, object>(queryClient, own).mutate({ userIds: ["ben"] }).catch(() => {});
  expect(world.list("users")).toBe(expected);
});
