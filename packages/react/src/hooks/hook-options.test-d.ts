import {
  deleteUsers,
  type CreateInvitesData,
  type GetUserData,
  type IamClient,
  type IamFailure,
  type ListUsersData,
  type UserV1,
} from "@segment-iam/client";
import { CursorLoopError } from "@segment-iam/helpers/pagination";
import { QueueFullError, WaitTooLongError } from "@segment-iam/helpers/rate-limit";
import { skipToken, useInfiniteQuery, useMutation, useQuery, type QueryClient } from "@tanstack/react-query";
import { describe, expectTypeOf, it } from "vitest";
import { useBulk } from "../bulk/use-bulk.ts";
import {
  useCreateInvites,
  useDeleteUsers,
  useGetUser,
  useListUsers,
  useListUsersInfinite,
  useListUsersSuspense,
  useListUsersSuspenseInfinite,
} from "../generated/hooks.ts";
import { createInvitesMutationOptions, listUsersInfiniteOptions, listUsersOptions } from "../generated/query.ts";
import type { IamInfiniteData, InfiniteItemsData } from "../types.ts";

declare const iam: IamClient;
declare const queryClient: QueryClient;
declare const user: GetUserData;
declare const users: ListUsersData;
declare const pages: IamInfiniteData<ListUsersData>;

describe("initialData", () => {
  it("makes the data of query hooks always defined", () => {
    expectTypeOf(useListUsers({}, { initialData: users }).data).toEqualTypeOf<ListUsersData>();
    expectTypeOf(useListUsers(undefined, { initialData: () => users }).data).toEqualTypeOf<ListUsersData>();
    expectTypeOf(
      useListUsers({}, { initialData: users, select: (data) => data.users.length }).data,
    ).toEqualTypeOf<number>();
    expectTypeOf(useListUsers(skipToken, { initialData: users }, queryClient).data).toEqualTypeOf<ListUsersData>();
  });

  it("makes the data of infinite query hooks always defined", () => {
    expectTypeOf(useListUsersInfinite({}, { initialData: pages }).data.items).toEqualTypeOf<UserV1[]>();
    expectTypeOf(
      useListUsersInfinite({}, { initialData: () => pages, select: ({ items }) => items.length }).data,
    ).toEqualTypeOf<number>();
  });

  it("makes the data of query options always defined", () => {
    expectTypeOf(useQuery(listUsersOptions(iam, {}, { initialData: users })).data).toEqualTypeOf<ListUsersData>();
    const selected = listUsersOptions(iam, undefined, {
      initialData: () => users,
      select: (data) => data.users.length,
    });
    expectTypeOf(useQuery(selected).data).toEqualTypeOf<number>();
    expectTypeOf(queryClient.getQueryData(selected.queryKey)).toEqualTypeOf<ListUsersData | undefined>();
    const infinite = useInfiniteQuery(listUsersInfiniteOptions(iam, {}, { initialData: pages }));
    expectTypeOf(infinite.data.items).toEqualTypeOf<UserV1[]>();
  });

  it("makes the data possibly undefined if the `initialData` function may return undefined", () => {
    expectTypeOf(useListUsers({}, { initialData: () => undefined }).data).toEqualTypeOf<ListUsersData | undefined>();
    // @ts-expect-error -- `users` is an array
    useListUsers({}, { initialData: { users: 1 } });
    // @ts-expect-error -- `userId` is required
    useGetUser(undefined, { initialData: user });
  });
});

declare function select(data: InfiniteItemsData<"listUsers">): readonly [items: UserV1[], total: number | undefined];

it("passes the items and the total to the `select` of infinite queries", () => {
  type Selected = ReturnType<typeof select>;
  expectTypeOf(useListUsersInfinite({}, { select }).data).toEqualTypeOf<Selected | undefined>();
  expectTypeOf(useListUsersSuspenseInfinite({}, { select }).data).toEqualTypeOf<Selected>();
  expectTypeOf(useInfiniteQuery(listUsersInfiniteOptions(iam, {}, { select })).data).toEqualTypeOf<
    Selected | undefined
  >();
  const emails = useListUsersInfinite({}, { select: ({ items }) => items.map(({ email }) => email) });
  expectTypeOf(emails.data).toEqualTypeOf<string[] | undefined>();
});

it("accepts options of the calls, and a query client", () => {
  const options = { headers: { "x-trace": "1" }, timeoutMs: 1_000, priority: "bulk", onAttempt: () => {} } as const;
  const { data } = useListUsers({}, options, queryClient);
  expectTypeOf(data).toEqualTypeOf<ListUsersData | undefined>();
  expectTypeOf(useListUsersInfinite({}, options, queryClient).isError).toEqualTypeOf<boolean>();
  expectTypeOf(useListUsersSuspense({}, options, queryClient).data).toEqualTypeOf<ListUsersData>();
  expectTypeOf(useListUsersSuspenseInfinite({}, options, queryClient).data.items).toEqualTypeOf<UserV1[]>();
  expectTypeOf(useDeleteUsers(options, queryClient).isPending).toEqualTypeOf<boolean>();
  expectTypeOf(useBulk(deleteUsers, {}, queryClient).status).toBeString();
  // @ts-expect-error -- hooks retry themselves
  listUsersOptions(iam, {}, { onRetry: () => {} });
});

it("includes the errors of rate limiters and of pagination", () => {
  for (const { error } of [useListUsers(), useListUsersInfinite(), useDeleteUsers()]) {
    expectTypeOf(error).toEqualTypeOf<IamFailure | null>();
    if (error instanceof WaitTooLongError) expectTypeOf(error).toEqualTypeOf<WaitTooLongError>();
    if (error instanceof QueueFullError) expectTypeOf(error.queued).toEqualTypeOf<number>();
    if (error instanceof CursorLoopError) expectTypeOf(error.cursor).toEqualTypeOf<string>();
    if (error?.name === "WaitTooLongError") expectTypeOf(error.retryAfterMs).toEqualTypeOf<number>();
  }
});

describe("mutation callbacks", () => {
  it("infer the result of onMutate when they are added to mutation options", () => {
    const { data, context } = useMutation({
      ...createInvitesMutationOptions(iam),
      onMutate: ({ invites }) => ({ total: invites.length }),
      onError: (_failure, _variables, result) => expectTypeOf(result).toEqualTypeOf<{ total: number } | undefined>(),
      onSuccess: (_data, _variables, result) => expectTypeOf(result.total).toEqualTypeOf<number>(),
    });
    expectTypeOf(data).toEqualTypeOf<CreateInvitesData | undefined>();
    expectTypeOf(context).toEqualTypeOf<{ total: number } | undefined>();
    const retried = useMutation({
      ...createInvitesMutationOptions(iam, { retry: false, invalidate: false, timeoutMs: 1_000 }),
      onMutate: ({ invites }) => invites.length,
      onSettled: (_data, _failure, _variables, count) => expectTypeOf(count).toEqualTypeOf<number | undefined>(),
    });
    expectTypeOf(retried.context).toEqualTypeOf<number | undefined>();
  });

  it("accept an onMutate without a result", () => {
    const mutation = useMutation({ ...createInvitesMutationOptions(iam), onMutate: () => {}, onError: () => {} });
    expectTypeOf(mutation.data).toEqualTypeOf<CreateInvitesData | undefined>();
    const hook = useCreateInvites({ onMutate: () => {}, onError: () => {} });
    expectTypeOf(hook.data).toEqualTypeOf<CreateInvitesData | undefined>();
  });
});
