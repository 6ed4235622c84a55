import { deleteUsers, type DeleteUsersData, type DeleteUsersInput, type ListUsersData } from "@segment-iam/client";
import { expectTypeOf, it } from "vitest";
import { useDeleteUsers, useListUsers } from "../generated/hooks.ts";
import { optimisticCreateInvites, optimisticDeleteUsers, optimisticRule } from "../optimistic.ts";

it("belongs to one operation", () => {
  const { mutate } = useDeleteUsers({ optimistic: optimisticDeleteUsers });
  expectTypeOf(mutate).parameter(0).toEqualTypeOf<DeleteUsersInput>();
  // @ts-expect-error -- that shows invites
  useDeleteUsers({ optimistic: optimisticCreateInvites });
  // @ts-expect-error -- a read has nothing to show before it is answered
  useListUsers({}, { optimistic: optimisticDeleteUsers });
});

it("leaves what onMutate gives to the caller", () => {
  useDeleteUsers({
    optimistic: optimisticDeleteUsers,
    onMutate: ({ userIds }) => userIds.length,
    onError: (_failure, _variables, count) => expectTypeOf(count).toEqualTypeOf<number | undefined>(),
  });
});

it("infers what a rule of one's own patches", () => {
  optimisticRule(deleteUsers, {
    listUsers: (pages, { variables, answer }, input) => {
      expectTypeOf(pages).toEqualTypeOf<readonly ListUsersData[]>();
      expectTypeOf(variables.userIds).toEqualTypeOf<string[]>();
      expectTypeOf(answer).toEqualTypeOf<DeleteUsersData | undefined>();
      expectTypeOf(input.pagination?.count).toEqualTypeOf<number | undefined>();
      return pages;
    },
    // @ts-expect-error -- there is no such read
    listRoles: (pages) => pages,
  });
});
