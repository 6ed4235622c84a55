import { createIamClient, type IamClient } from "@segment-iam/client";
import { QueryObserver, type QueryClient } from "@tanstack/react-query";
import { expect, it, vi } from "vitest";
import { listInvitesOptions } from "../generated/query.ts";
import { iamKey } from "../key-of.ts";
import { setUp, waitForIdle } from "../test-utils/set-up.ts";
import { startWrite, type WriteOverrides } from "../test-utils/start-write.ts";

function invite(queryClient: QueryClient, iam: IamClient, overrides?: WriteOverrides<"createInvites">) {
  return startWrite(queryClient, iam, "createInvites", { invites: [{ email: "new@example.com" }] }, overrides);
}

it("invalidates nothing after a 404", async () => {
  const { iam, queryClient } = setUp();
  const invalidations = vi.spyOn(queryClient, "invalidateQueries");
  const removal = startWrite(queryClient, iam, "deleteUsers", { userIds: ["missing"] });
  await expect(removal).rejects.toMatchObject({ status: 404 });
  expect(invalidations).not.toHaveBeenCalled();
});

it("does not invalidate the queries of another workspace", async () => {
  const acme = setUp({}, { scope: "acme" });
  const globex = createIamClient({ token: "test", fetch: acme.workspace.fetch, scope: "globex" });
  await acme.queryClient.fetchQuery(listInvitesOptions(acme.iam));
  await acme.queryClient.fetchQuery(listInvitesOptions(globex));
  await invite(acme.queryClient, acme.iam);
  expect(acme.queryClient.getQueryState(listInvitesOptions(acme.iam).queryKey)?.isInvalidated).toBe(true);
  expect(acme.queryClient.getQueryState(listInvitesOptions(globex).queryKey)?.isInvalidated).toBe(false);
});

it("invalidates the queries that match the caller's filters", async () => {
  const { iam, queryClient } = setUp();
  const invalidations = vi.spyOn(queryClient, "invalidateQueries");
  await invite(queryClient, iam, { invalidate: false });
  expect(invalidations).not.toHaveBeenCalled();
  const filters = { queryKey: iamKey(iam) };
  const choose = vi.fn<() => typeof filters>(() => filters);
  const emails = ["new@example.com"];
  const data = await startWrite(queryClient, iam, "deleteInvites", { emails }, { invalidate: choose });
  expect(choose).toHaveBeenCalledExactlyOnceWith(
    expect.anything(),
    { emails },
    data,
    expect.objectContaining({ client: queryClient }),
  );
  expect(invalidations).toHaveBeenCalledExactlyOnceWith(filters);
});

it("invalidates before onSuccess, and runs the callbacks of the caller and of the query client", async () => {
  const { iam, queryClient } = setUp();
  const order: string[] = [];
  vi.spyOn(queryClient, "invalidateQueries").mockImplementation(async () => void order.push("invalidated"));
  queryClient.setDefaultOptions({ mutations: { onSettled: () => order.push("default onSettled") } });
  await invite(queryClient, iam, { onMutate: () => order.push("onMutate"), onSuccess: () => order.push("onSuccess") });
  expect(order).toEqual(["onMutate", "invalidated", "onSuccess", "default onSettled"]);
});

it("succeeds without waiting for the refetch", async () => {
  const { iam, queryClient, workspace } = setUp();
  const list = new QueryObserver(queryClient, listInvitesOptions(iam));
  const unsubscribe = list.subscribe(() => {});
  await waitForIdle(queryClient);
  workspace.fail("listInvites", { status: 429 });
  await expect(invite(queryClient, iam)).resolves.toEqual({ emails: ["new@example.com"] });
  expect(list.getCurrentResult().isFetching).toBe(true);
  unsubscribe();
});

it("succeeds, without a retry, when the caller's `invalidate` throws", async () => {
  const listeners = process.rawListeners("unhandledRejection");
  process.removeAllListeners("unhandledRejection");
  const unhandled = new Promise((resolve) => process.once("unhandledRejection", resolve));
  const { iam, queryClient, takeRequests } = setUp();
  const bug = new Error("a bug in the callback");
  await invite(queryClient, iam, {
    retry: true,
    invalidate: () => {
      throw bug;
    },
  });
  expect(await unhandled).toBe(bug);
  expect(takeRequests()).toEqual(["POST /invites"]);
  for (const listener of listeners) process.on("unhandledRejection", listener as (reason: unknown) => void);
});
