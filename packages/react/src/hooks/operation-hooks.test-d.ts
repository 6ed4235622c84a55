import type {
  ApiError,
  DeleteUsersData,
  DeleteUsersInput,
  GetUserData,
  IamFailure,
  InputError,
  InvalidResponseError,
  ListUsersData,
  NetworkError,
  PermissionInputV1,
  CallTimeoutError,
  UserV1,
} from "@segment-iam/client";
import { skipToken, type InfiniteData, type SkipToken } from "@tanstack/react-query";
import { describe, expectTypeOf, it } from "vitest";
import {
  useDeleteUsers,
  useGetUser,
  useGetUserSuspense,
  useListUserGroupsFromUserInfinite,
  useListUsers,
  useListUsersInfinite,
  useListUsersSuspense,
  useListUsersSuspenseInfinite,
  useReplacePermissionsForUser,
} from "../generated/hooks.ts";

describe("query hooks", () => {
  it("infer the data, including from select", () => {
    const query = useListUsers();
    expectTypeOf(query.data).toEqualTypeOf<ListUsersData | undefined>();
    if (query.isSuccess) expectTypeOf(query.data.users).toEqualTypeOf<UserV1[]>();
    const { data } = useGetUser({ userId: "u" }, { select: ({ user }) => user.email });
    expectTypeOf(data).toEqualTypeOf<string | undefined>();
  });

  it("require the operation's input, or skipToken", () => {
    expectTypeOf(useGetUser(skipToken).data).toEqualTypeOf<GetUserData | undefined>();
    // @ts-expect-error -- `userId` is required
    useGetUser();
    // @ts-expect-error -- unknown input
    useListUsers({ page: 1 });
  });

  it("accept TanStack Query's options, except those that the operation sets", () => {
    const polled = useListUsers(undefined, {
      retry: 1,
      refetchInterval: ({ state }) => state.data?.users.length && 1_000,
    });
    expectTypeOf(polled.isStale).toEqualTypeOf<boolean>();
    // @ts-expect-error -- the operation sets the key
    useListUsers({}, { queryKey: ["mine"] });
    // @ts-expect-error -- unknown option
    useListUsers({}, { cacheTime: 1 });
  });
});

describe("infinite query hooks", () => {
  it("infer the pages and their items, including from select", () => {
    const { data, hasNextPage } = useListUsersInfinite();
    expectTypeOf(data).toExtend<InfiniteData<ListUsersData, string | undefined> | undefined>();
    expectTypeOf(data?.items).toEqualTypeOf<UserV1[] | undefined>();
    expectTypeOf(data?.totalEntries).toEqualTypeOf<number | undefined>();
    expectTypeOf(hasNextPage).toEqualTypeOf<boolean>();
    const selected = useListUsersInfinite({}, { select: ({ pages }) => pages.flatMap(({ users }) => users) });
    expectTypeOf(selected.data).toEqualTypeOf<UserV1[] | undefined>();
  });

  it("require the operation's input, or skipToken", () => {
    expectTypeOf(useListUserGroupsFromUserInfinite(skipToken).hasPreviousPage).toEqualTypeOf<boolean>();
    // @ts-expect-error -- `userId` is required
    useListUserGroupsFromUserInfinite();
    // @ts-expect-error -- the operation sets `getNextPageParam`
    useListUsersInfinite({}, { getNextPageParam: () => "x" });
  });
});

describe("suspense hooks", () => {
  it("always have data", () => {
    expectTypeOf(useGetUserSuspense({ userId: "u" }).data).toEqualTypeOf<GetUserData>();
    expectTypeOf(useListUsersSuspenseInfinite().data.items).toEqualTypeOf<UserV1[]>();
    expectTypeOf(useListUsersSuspense({}, { select: ({ users }) => users.length }).data).toEqualTypeOf<number>();
    expectTypeOf(
      useListUsersSuspenseInfinite({}, { select: ({ pages }) => pages.length }).data,
    ).toEqualTypeOf<number>();
  });

  it("reject options that would leave a component without data", () => {
    expectTypeOf<SkipToken>().not.toExtend<Parameters<typeof useGetUserSuspense>[0]>();
    // @ts-expect-error -- a skipped query has no data
    useListUsersSuspense(skipToken);
    // @ts-expect-error -- a disabled query has no data
    useListUsersSuspense({}, { enabled: false });
    // @ts-expect-error -- a disabled query has no data
    useListUsersSuspenseInfinite({}, { enabled: false });
  });
});

describe("mutation hooks", () => {
  it("infer the data and check the variables", () => {
    const mutation = useDeleteUsers();
    expectTypeOf(mutation.data).toEqualTypeOf<DeleteUsersData | undefined>();
    expectTypeOf(mutation.variables).toEqualTypeOf<DeleteUsersInput | undefined>();
    const { mutate } = useReplacePermissionsForUser();
    const permissions: PermissionInputV1[] = [{ roleId: "r", resources: [{ id: "w", type: "WORKSPACE" }] }];
    expectTypeOf(mutate({ userId: "u", permissions })).toEqualTypeOf<void>();
    // @ts-expect-error -- `permissions` is required
    mutate({ userId: "u" });
  });

  it("pass the result of onMutate to the other callbacks", () => {
    useDeleteUsers({
      onMutate: ({ userIds }) => userIds.length,
      onSettled: (_data, _failure, _variables, count) => expectTypeOf(count).toEqualTypeOf<number | undefined>(),
      invalidate: false,
    });
  });
});

describe("errors", () => {
  it("have the client's error union type in every hook, including failureReason", () => {
    const results = [useGetUser({ userId: "u" }), useListUsersInfinite(), useListUsersSuspense(), useDeleteUsers()];
    for (const { error, failureReason } of results) {
      expectTypeOf(error).toEqualTypeOf<IamFailure | null>();
      expectTypeOf(failureReason).toEqualTypeOf<IamFailure | null>();
    }
  });

  it("narrow by name", () => {
    const { error } = useGetUser({ userId: "u" });
    switch (error?.name) {
      case "ApiError":
        return expectTypeOf(error).toEqualTypeOf<ApiError>();
      case "NetworkError":
        return expectTypeOf(error).toEqualTypeOf<NetworkError>();
      case "CallTimeoutError":
        return expectTypeOf(error).toEqualTypeOf<CallTimeoutError>();
      case "InvalidResponseError":
        return expectTypeOf(error).toEqualTypeOf<InvalidResponseError>();
      case "InputError":
        return expectTypeOf(error).toEqualTypeOf<InputError>();
      case "CursorLoopError":
        return expectTypeOf(error.cursor).toEqualTypeOf<string>();
      case "QueueFullError":
        return expectTypeOf(error.queued).toEqualTypeOf<number>();
      case "WaitTooLongError":
        return expectTypeOf(error.retryAfterMs).toEqualTypeOf<number>();
      case undefined:
        return expectTypeOf(error).toEqualTypeOf<null>();
    }
  });

  it("narrow by status", () => {
    const { error, failureReason } = useGetUser({ userId: "u" });
    if (error && "status" in error) {
      expectTypeOf(error).toEqualTypeOf<ApiError | InvalidResponseError>();
      expectTypeOf(error.status).toEqualTypeOf<number>();
    }
    if (failureReason?.name === "ApiError" && failureReason.status === 429) {
      expectTypeOf(failureReason.retryAfterMs).toEqualTypeOf<number | undefined>();
    }
  });
});
