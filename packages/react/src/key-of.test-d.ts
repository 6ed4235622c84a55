import type { GetUserData, GetUserInput, IamClient, IamFailure, ListUsersData } from "@segment-iam/client";
import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import { expectTypeOf, it } from "vitest";
import {
  getUserKey,
  getUserQueryKey,
  listUsersInfiniteQueryKey,
  listUsersKey,
  listUsersQueryKey,
} from "./generated/query.ts";
import { iamKey } from "./key-of.ts";

declare const iam: IamClient;
declare const queryClient: QueryClient;

it("types the data cached under a complete key", () => {
  expectTypeOf(queryClient.getQueryData(listUsersQueryKey(iam))).toEqualTypeOf<ListUsersData | undefined>();
  expectTypeOf(queryClient.getQueryData(getUserQueryKey("scope", { userId: "u" }))).toEqualTypeOf<
    GetUserData | undefined
  >();
  expectTypeOf(queryClient.getQueryData(listUsersInfiniteQueryKey(iam))).toEqualTypeOf<
    InfiniteData<ListUsersData, string | undefined> | undefined
  >();
  expectTypeOf(queryClient.getQueryState(listUsersQueryKey(iam))?.error).toEqualTypeOf<IamFailure | null | undefined>();
});

it("accepts a prefix in filters", () => {
  void queryClient.invalidateQueries({ queryKey: listUsersKey(iam) });
  void queryClient.cancelQueries({ queryKey: getUserKey(iam, { userId: "u" }) });
  expectTypeOf(queryClient.removeQueries({ queryKey: iamKey() })).toEqualTypeOf<void>();
});

it("rejects a prefix as the key of cached data", () => {
  expectTypeOf(queryClient.getQueryData(listUsersKey(iam))).toEqualTypeOf<undefined>();
  // @ts-expect-error -- no data is cached under a prefix
  queryClient.setQueryData(listUsersKey(iam, {}), { users: [], pagination: { current: "MA==" } });
  // @ts-expect-error -- no data is cached under a prefix
  queryClient.setQueryData(getUserKey(iam, { userId: "u" }), () => ({ user: { id: "u" } }));
  // @ts-expect-error -- no data is cached under a prefix
  queryClient.setQueryData(iamKey(iam), {});
});

it("rejects a missing client, a missing input and a wrong input", () => {
  expectTypeOf(getUserKey).parameter(1).toExtend<GetUserInput | undefined>();
  // @ts-expect-error -- the client is required
  listUsersKey();
  // @ts-expect-error -- `userId` is a string
  getUserKey(iam, { userId: 1 });
  // @ts-expect-error -- `userId` is required
  getUserQueryKey(iam);
  // @ts-expect-error -- the kind is not an argument
  listUsersQueryKey(iam, {}, "finite");
});
