import {
  deleteUsers,
  type DeleteUsersData,
  type DeleteUsersInput,
  type IamClient,
  type ListUsersData,
} from "@segment-iam/client";
import { useMutation, type QueryClient } from "@tanstack/react-query";
import { expectTypeOf, it } from "vitest";
import { useDeleteUsers, useListUsers } from "../generated/hooks.ts";
import { deleteUsersMutationOptions, listUsersOptions } from "../generated/query.ts";
import {
  createOptimisticUpdate,
  optimisticCreateInvites,
  optimisticDeleteUsers,
  withPendingWrites,
} from "../optimistic.ts";

declare const iam: IamClient;
declare const queryClient: QueryClient;

it("is accepted only by the hook of the same operation", () => {
  const { mutate } = useDeleteUsers({ optimistic: optimisticDeleteUsers });
  expectTypeOf(mutate).parameter(0).toEqualTypeOf<DeleteUsersInput>();
  // @ts-expect-error -- the update of another operation
  useDeleteUsers({ optimistic: optimisticCreateInvites });
  // @ts-expect-error -- a query has no `optimistic` option
  useListUsers({}, { optimistic: optimisticDeleteUsers });
});

it("passes the caller's onMutate result to the callbacks", () => {
  useDeleteUsers({
    optimistic: optimisticDeleteUsers,
    onMutate: ({ userIds }) => userIds.length,
    onError: (_failure, _variables, count) => expectTypeOf(count).toEqualTypeOf<number | undefined>(),
  });
});

it("infers the arguments of custom patches", () => {
  createOptimisticUpdate(deleteUsers, {
    listUsers: (pages, { variables, data }, input) => {
      expectTypeOf(pages).toEqualTypeOf<readonly ListUsersData[]>();
      expectTypeOf(variables.userIds).toEqualTypeOf<string[]>();
      expectTypeOf(data).toEqualTypeOf<DeleteUsersData | undefined>();
      expectTypeOf(input.pagination?.count).toEqualTypeOf<number | undefined>();
      return pages;
    },
    // @ts-expect-error -- unknown operation
    noSuchOperation: (pages) => pages,
  });
});

it("adds no callbacks to mutation options, so that callers can add theirs", () => {
  useMutation({
    ...deleteUsersMutationOptions(iam, { optimistic: optimisticDeleteUsers }),
    onMutate: ({ userIds }) => userIds.length,
    onError: (_failure, _variables, count) => expectTypeOf(count).toEqualTypeOf<number | undefined>(),
  });
});

it("keeps the type of the options that are passed to withPendingWrites", () => {
  const options = listUsersOptions(iam, {}, { select: ({ users }) => users.length });
  expectTypeOf(withPendingWrites(queryClient, options)).toEqualTypeOf(options);
});
