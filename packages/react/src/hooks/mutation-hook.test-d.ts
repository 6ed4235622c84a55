import type {
  CreateInvitesData,
  DeleteUsersData,
  DeleteUsersInput,
  IamFailure,
  PermissionInputV1,
} from "@segment-iam/client";
import { expectTypeOf, it } from "vitest";
import { useCreateInvites, useDeleteUsers, useReplacePermissionsForUser } from "../generated/hooks.ts";

it("infers data, error and variables", () => {
  const mutation = useDeleteUsers();
  expectTypeOf(mutation.data).toEqualTypeOf<DeleteUsersData | undefined>();
  expectTypeOf(mutation.error).toEqualTypeOf<IamFailure | null>();
  expectTypeOf(mutation.variables).toEqualTypeOf<DeleteUsersInput | undefined>();
  expectTypeOf(
    useCreateInvites().mutateAsync({ invites: [{ email: "a@example.com" }] }),
  ).resolves.toEqualTypeOf<CreateInvitesData>();
});

it("checks the variables", () => {
  const { mutate } = useReplacePermissionsForUser();
  const permissions: PermissionInputV1[] = [{ roleId: "r", resources: [{ id: "w", type: "WORKSPACE" }] }];
  expectTypeOf(mutate({ userId: "u", permissions })).toEqualTypeOf<void>();
  // @ts-expect-error -- permissions is required
  mutate({ userId: "u" });
});

it("carries what onMutate returns to the other callbacks", () => {
  useDeleteUsers({
    onMutate: ({ userIds }) => userIds.length,
    onSettled: (_data, _failure, _variables, count) => expectTypeOf(count).toEqualTypeOf<number | undefined>(),
    invalidate: false,
  });
});
