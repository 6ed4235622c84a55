import type { GetUserData, IamClient, ListUsersData } from "@segment-iam/client";
import type { QueryClient } from "@tanstack/react-query";
import { expectTypeOf, it } from "vitest";
import {
  invalidateGetUser,
  prefetchGetUser,
  prefetchListUsersInfinite,
  setGetUserData,
  setListUsersData,
  setListUsersInfiniteData,
} from "../generated/query.ts";
import type { IamInfiniteData } from "../types.ts";

declare const iam: IamClient;
declare const queryClient: QueryClient;
declare const user: GetUserData;

it("types the current data and checks the new data", () => {
  const cached = setGetUserData(queryClient, iam, { userId: "u" }, (data) => {
    expectTypeOf(data).toEqualTypeOf<GetUserData | undefined>();
    return data;
  });
  expectTypeOf(cached).toEqualTypeOf<GetUserData | undefined>();
  setListUsersInfiniteData(queryClient, "scope", undefined, (data) => {
    expectTypeOf(data).toEqualTypeOf<IamInfiniteData<ListUsersData> | undefined>();
    return data;
  });
  // @ts-expect-error -- the data of another operation
  setListUsersData(queryClient, iam, {}, user);
  // @ts-expect-error -- pages are not the data of the query
  setListUsersData(queryClient, iam, {}, { pages: [], pageParams: [] });
});

it("requires the operation's input, except for invalidation", () => {
  expectTypeOf(invalidateGetUser(queryClient, iam)).resolves.toEqualTypeOf<void>();
  // @ts-expect-error -- `userId` is required
  setGetUserData(queryClient, iam, undefined, user);
  // @ts-expect-error -- `userId` is required
  void prefetchGetUser(queryClient, iam);
  // @ts-expect-error -- a scope cannot send requests
  void prefetchGetUser(queryClient, "scope", { userId: "u" });
});

it("accepts the options of queries", () => {
  const prefetched = prefetchGetUser(queryClient, iam, { userId: "u" }, { staleTime: 60_000 });
  expectTypeOf(prefetched).resolves.toEqualTypeOf<void>();
  expectTypeOf(prefetchListUsersInfinite(queryClient, iam, {}, { pages: 3 })).resolves.toEqualTypeOf<void>();
});
