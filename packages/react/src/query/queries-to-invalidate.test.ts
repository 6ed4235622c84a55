import { MutationObserver, QueryObserver } from "@tanstack/react-query";
import { expect, it, vi } from "vitest";
import {
  createInvitesMutationOptions,
  deleteInvitesMutationOptions,
  listInvitesOptions,
  listUsersOptions,
} from "../generated/query.ts";
import { setUp, type SetUp } from "../test-utils/set-up.ts";
import { untilIdle } from "../test-utils/wait-for-idle.ts";

const variables = { invites: [{ email: "new@example.com" }] };

function invite({ iam, queryClient }: SetUp) {
  return new MutationObserver(queryClient, createInvitesMutationOptions(iam, { retryDelay: 0 })).mutate(variables);
}

it("leaves what is off screen until somebody looks, and then fetches it though it is not old", async () => {
  const all = setUp();
  const options = listInvitesOptions(all.iam, {}, { staleTime: Infinity });
  await all.queryClient.fetchQuery(options);
  await all.queryClient.fetchQuery(listUsersOptions(all.iam));
  all.takeRequests();
  await invite(all);
  await untilIdle(all.queryClient);
  expect(all.takeRequests()).toEqual(["POST /invites"]);

  const stop = new QueryObserver(all.queryClient, options).subscribe(() => {});
  await untilIdle(all.queryClient);
  expect(all.takeRequests()).toEqual(["GET /invites"]);
  stop();
});

it.each([
  ["breaks off", "network-error", 1],
  ["is answered 500", 500, 1],
  ["is answered without data", 200, 1],
  ["is refused", 422, 0],
  ["is redirected", 302, 0],
] as const)("asks whether a write that %s was carried out, if that may be", async (_case, status, refetches) => {
  const all = setUp();
  const stop = new QueryObserver(all.queryClient, listInvitesOptions(all.iam)).subscribe(() => {});
  await untilIdle(all.queryClient);
  all.takeRequests();
  all.workspace.fail("createInvites", { status, body: {}, carriedOut: true });
  await expect(invite(all)).rejects.toThrow(/createInvites/);
  await untilIdle(all.queryClient);
  expect(all.takeRequests()).toEqual(["POST /invites", ...Array(refetches).fill("GET /invites")]);
  stop();
});

it("asks once however often the write was tried, and also when the last attempt was refused", async () => {
  const all = setUp();
  const stop = new QueryObserver(all.queryClient, listInvitesOptions(all.iam)).subscribe(() => {});
  await untilIdle(all.queryClient);
  all.takeRequests();
  all.workspace.fail("deleteInvites", { status: 503, carriedOut: true });
  const emails = all.workspace.invites.map(({ email }) => email);
  const options = deleteInvitesMutationOptions(all.iam, { retryDelay: 0 });
  // The first attempt removed them, so the second one finds none.
  await expect(new MutationObserver(all.queryClient, options).mutate({ emails })).rejects.toMatchObject({
    status: 404,
  });
  await untilIdle(all.queryClient);
  const methods = all.takeRequests().map((request) => request.split(/[ ?]/).slice(0, 2).join(" "));
  expect(methods).toEqual(["DELETE /invites", "DELETE /invites", "GET /invites"]);
  expect(all.queryClient.getMutationCache().hasListeners()).toBe(false);
  stop();
});

it("keeps a choice of what to invalidate also for a failure, and leaves every callback to the caller", async () => {
  const { iam, queryClient, workspace } = setUp();
  const invalidations = vi.spyOn(queryClient, "invalidateQueries");
  workspace.fail("createInvites", { status: 500 });
  const calls: string[] = [];
  const options = createInvitesMutationOptions(iam, {
    invalidate: (_auto, _variables, data) => {
      calls.push(`invalidate ${data}`);
      return false;
    },
    onError: () => calls.push("onError"),
    onSettled: () => calls.push("onSettled"),
  });
  const observer = new MutationObserver(queryClient, options);
  // A mutation's observer calls its own callbacks only while somebody listens.
  const stop = observer.subscribe(() => {});
  await observer.mutate(variables, { onError: () => calls.push("onError of the call") }).catch(() => {});
  expect(calls.toSorted()).toEqual(["invalidate undefined", "onError", "onError of the call", "onSettled"]);
  expect(invalidations).not.toHaveBeenCalled();
  stop();
});
