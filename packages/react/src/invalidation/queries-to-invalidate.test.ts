import { operation, type OperationId } from "@segment-iam/client";
import { MutationObserver, QueryClient, QueryObserver } from "@tanstack/react-query";
import { expect, it, vi } from "vitest";
import { createInvitesMutationOptions, listInvitesOptions, listUsersOptions } from "../generated/query.ts";
import { buildKey } from "../key-of.ts";
import { setUp, waitForIdle, type SetUp } from "../test-utils/set-up.ts";
import { startWrite } from "../test-utils/start-write.ts";
import { queriesToInvalidate } from "./queries-to-invalidate.ts";

const variables = { invites: [{ email: "new@example.com" }] };

function invite({ iam, queryClient }: SetUp) {
  return startWrite(queryClient, iam, "createInvites", variables, { retryDelay: 0 });
}

it("refetches an inactive query after a write when it is observed again, despite its staleTime", async () => {
  const mock = setUp();
  const options = listInvitesOptions(mock.iam, {}, { staleTime: Infinity });
  await mock.queryClient.fetchQuery(options);
  await mock.queryClient.fetchQuery(listUsersOptions(mock.iam));
  mock.takeRequests();
  await invite(mock);
  await waitForIdle(mock.queryClient);
  expect(mock.takeRequests()).toEqual(["POST /invites"]);

  const unsubscribe = new QueryObserver(mock.queryClient, options).subscribe(() => {});
  await waitForIdle(mock.queryClient);
  expect(mock.takeRequests()).toEqual(["GET /invites"]);
  unsubscribe();
});

it.each([
  ["refetches affected queries after a network error", "network-error", 1],
  ["refetches affected queries after a 500", 500, 1],
  ["refetches affected queries after a 200 without data", 200, 1],
  ["refetches nothing after a 422", 422, 0],
  ["refetches nothing after a 302", 302, 0],
] as const)("%s", async (_case, status, refetches) => {
  const mock = setUp();
  const unsubscribe = new QueryObserver(mock.queryClient, listInvitesOptions(mock.iam)).subscribe(() => {});
  await waitForIdle(mock.queryClient);
  mock.takeRequests();
  mock.workspace.fail("createInvites", { status, body: {}, applied: true });
  await expect(invite(mock)).rejects.toThrow(/createInvites/);
  await waitForIdle(mock.queryClient);
  expect(mock.takeRequests()).toEqual(["POST /invites", ...Array(refetches).fill("GET /invites")]);
  unsubscribe();
});

it.each([
  [
    "the parameters have the same values under different names",
    "getActivation",
    { spaceId: "s", audienceId: "a", id: "x" },
    true,
  ],
  ["a number and a string are equal in a path", "getActivation", { spaceId: "s", audienceId: 1, id: "x" }, true, "1"],
  ["a parameter has another value", "getActivation", { spaceId: "s", audienceId: "b", id: "a" }, false],
  ["no parameter is shared", "listSpaces", {}, true],
  ["the operation is not listed", "getSpace", { spaceId: "s" }, false],
  ["the query is skipped", "getActivation", null, false],
])("matches a query by the parameters of its path: %s", (_case, id, input, matches, audienceId = "a") => {
  const updateAudience = operation<OperationId>({
    id: "updateAudience" as OperationId,
    method: "PATCH",
    path: "/spaces/{spaceId}/audiences/{id}",
    invalidates: { listSpaces: {}, getActivation: { spaceId: "spaceId", audienceId: "id" } },
  });
  const queryClient = new QueryClient();
  queryClient.setQueryData([...buildKey("scope", id), input, "finite"], "data");
  const filters = queriesToInvalidate(updateAudience, "scope", { spaceId: "s", id: audienceId } as never);
  expect(queryClient.getQueryCache().findAll(filters)).toHaveLength(matches ? 1 : 0);
});

it("refetches once after a retried write whose last attempt was rejected", async () => {
  const mock = setUp();
  const unsubscribe = new QueryObserver(mock.queryClient, listInvitesOptions(mock.iam)).subscribe(() => {});
  await waitForIdle(mock.queryClient);
  mock.takeRequests();
  mock.workspace.fail("deleteInvites", { status: 503, applied: true });
  const emails = mock.workspace.invites.map(({ email }) => email);
  // The first attempt has removed the invites, so the second one gets a 404.
  const removal = startWrite(mock.queryClient, mock.iam, "deleteInvites", { emails }, { retryDelay: 0 });
  await expect(removal).rejects.toMatchObject({ status: 404 });
  await waitForIdle(mock.queryClient);
  const methods = mock.takeRequests().map((request) => request.split(/[ ?]/).slice(0, 2).join(" "));
  expect(methods).toEqual(["DELETE /invites", "DELETE /invites", "GET /invites"]);
  expect(mock.queryClient.getMutationCache().hasListeners()).toBe(false);
  unsubscribe();
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
  const unsubscribe = observer.subscribe(() => {});
  await observer.mutate(variables, { onError: () => calls.push("onError of the call") }).catch(() => {});
  expect(calls.toSorted()).toEqual(["invalidate undefined", "onError", "onError of the call", "onSettled"]);
  expect(invalidations).not.toHaveBeenCalled();
  unsubscribe();
});
