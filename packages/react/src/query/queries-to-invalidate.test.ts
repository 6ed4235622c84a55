import { MutationObserver, QueryObserver } from "@tanstack/react-query";
import { expect, it, vi } from "vitest";
import {
  createInvitesMutationOptions,
  deleteInvitesMutationOptions,
  listInvitesOptions,
  listUsersOptions,
} from "../generated/query.ts";
import { setUp, waitForIdle, type SetUp } from "../test-utils/set-up.ts";

const variables = { invites: [{ email: "new@example.com" }] };

function invite({ iam, queryClient }: SetUp) {
  return new MutationObserver(queryClient, createInvitesMutationOptions(iam, { retryDelay: 0 })).mutate(variables);
}

it("refetches an inactive query when it is observed again, despite its staleTime", async () => {
  const all = setUp();
  const options = listInvitesOptions(all.iam, {}, { staleTime: Infinity });
  await all.queryClient.fetchQuery(options);
  await all.queryClient.fetchQuery(listUsersOptions(all.iam));
  all.takeRequests();
  await invite(all);
  await waitForIdle(all.queryClient);
  expect(all.takeRequests()).toEqual(["POST /invites"]);

  const stop = new QueryObserver(all.queryClient, options).subscribe(() => {});
  await waitForIdle(all.queryClient);
  expect(all.takeRequests()).toEqual(["GET /invites"]);
  stop();
});

it.each([
  ["a network error", "network-error", 1],
  ["a 500", 500, 1],
  ["a 200 without data", 200, 1],
  ["a 422", 422, 0],
  ["a 302", 302, 0],
] as const)(
  "refetches affected queries after %s only if the write may have been carried out",
  async (_case, status, refetches) => {
    const all = setUp();
    const stop = new QueryObserver(all.queryClient, listInvitesOptions(all.iam)).subscribe(() => {});
    await waitForIdle(all.queryClient);
    all.takeRequests();
    all.workspace.fail("createInvites", { status, body: {}, applied: true });
    await expect(invite(all)).rejects.toThrow(/createInvites/);
    await waitForIdle(all.queryClient);
    expect(all.takeRequests()).toEqual(["POST /invites", ...Array(refetches).fill("GET /invites")]);
    stop();
  },
);

it("refetches once after a retried write whose last attempt was rejected", async () => {
  const all = setUp();
  const stop = new QueryObserver(all.queryClient, listInvitesOptions(all.iam)).subscribe(() => {});
  await waitForIdle(all.queryClient);
  all.takeRequests();
  all.workspace.fail("deleteInvites", { status: 503, applied: true });
  const emails = all.workspace.invites.map(({ email }) => email);
  const options = deleteInvitesMutationOptions(all.iam, { retryDelay: 0 });
  // The first attempt has removed them, so the second one gets a 404.
  await expect(new MutationObserver(all.queryClient, options).mutate({ emails })).rejects.toMatchObject({
    status: 404,
  });
  await waitForIdle(all.queryClient);
  const methods = all.takeRequests().map((request) => request.split(/[ ?]/).slice(0, 2).join(" "));
  expect(methods).toEqual(["DELETE /invites", "DELETE /invites", "GET /invites"]);
  expect(all.queryClient.getMutationCache().hasListeners()).toBe(false);
  stop();
});

it("calls the caller's `invalidate` after a failure, and every callback of the caller", async () => {
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
  // A mutation observer calls the callbacks of `mutate` only while it has a listener.
  const stop = observer.subscribe(() => {});
  await observer.mutate(variables, { onError: () => calls.push("onError of the call") }).catch(() => {});
  expect(calls.toSorted()).toEqual(["invalidate undefined", "onError", "onError of the call", "onSettled"]);
  expect(invalidations).not.toHaveBeenCalled();
  stop();
});
