import type { ApiError, GetUserData, ListUsersData, UserV1 } from "@segment-iam/client";
import { skipToken } from "@tanstack/react-query";
import { expectTypeOf, it } from "vitest";
import { useGetUser, useListUsers } from "../generated/hooks.ts";

it("infers the data, and narrows it and the error by status", () => {
  const query = useListUsers();
  expectTypeOf(query.data).toEqualTypeOf<ListUsersData | undefined>();
  if (query.isSuccess) expectTypeOf(query.data.users).toEqualTypeOf<UserV1[]>();
  if (query.isError && query.error.name === "ApiError") expectTypeOf(query.error).toEqualTypeOf<ApiError>();
  if (query.error?.name === "TimeoutError") expectTypeOf(query.error.timeoutMs).toEqualTypeOf<number>();
});

it("infers the data from select", () => {
  expectTypeOf(useListUsers({}, { select: ({ users }) => users.length }).data).toEqualTypeOf<number | undefined>();
  expectTypeOf(useGetUser({ userId: "u" }, { select: ({ user }) => user.email }).data).toEqualTypeOf<
    string | undefined
  >();
});

it("asks for the input an operation requires, or skipToken", () => {
  expectTypeOf(useGetUser(skipToken).data).toEqualTypeOf<GetUserData | undefined>();
  expectTypeOf(useListUsers(skipToken, { select: ({ users }) => users.length }).data).toEqualTypeOf<
    number | undefined
  >();
  // @ts-expect-error -- userId is required
  useGetUser();
  // @ts-expect-error -- there is no such input
  useListUsers({ page: 1 });
});

it("takes TanStack Query's options, and no others", () => {
  const polled = useListUsers(undefined, {
    retry: 1,
    refetchInterval: ({ state }) => state.data?.users.length && 1_000,
  });
  expectTypeOf(polled.isStale).toEqualTypeOf<boolean>();
  // @ts-expect-error -- the key is the operation's
  useListUsers({}, { queryKey: ["mine"] });
  // @ts-expect-error -- there is no such option
  useListUsers({}, { cacheTime: 1 });
});
