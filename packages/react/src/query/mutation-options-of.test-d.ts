import type {
  AddPermissionsToUserInput,
  DeleteUsersData,
  DeleteUsersInput,
  IamClient,
  IamFailure,
} from "@segment-iam/client";
import { useMutation, type MutationKey, type QueryClient } from "@tanstack/react-query";
import { expectTypeOf, it } from "vitest";
import { addPermissionsToUserMutationOptions, deleteUsersMutationOptions } from "../generated/query.ts";
import { iamKey } from "../key-of.ts";

declare const iam: IamClient;
declare const queryClient: QueryClient;

it("works with TanStack Query's own hook", () => {
  const mutation = useMutation(deleteUsersMutationOptions(iam));
  expectTypeOf(mutation.data).toEqualTypeOf<DeleteUsersData | undefined>();
  expectTypeOf(mutation.error).toEqualTypeOf<IamFailure | null>();
  expectTypeOf(mutation.variables).toEqualTypeOf<DeleteUsersInput | undefined>();
  mutation.mutate({ userIds: ["u"] });
  // @ts-expect-error -- `userIds` is required
  mutation.mutate();
});

it("types the callbacks", () => {
  addPermissionsToUserMutationOptions(iam, {
    onMutate: () => ({ startedAt: 1 }),
    onSuccess: (data, variables, { startedAt }, { client }) => {
      expectTypeOf(data.permissions[0]?.roleName).toEqualTypeOf<string | undefined>();
      expectTypeOf(variables).toEqualTypeOf<AddPermissionsToUserInput>();
      expectTypeOf(startedAt).toEqualTypeOf<number>();
      expectTypeOf(client).toEqualTypeOf<QueryClient>();
    },
    onError: (failure) => {
      if (failure.name === "ApiError") expectTypeOf(failure.status).toEqualTypeOf<number>();
    },
  });
});

it("accepts a function, or false, as `invalidate`", () => {
  deleteUsersMutationOptions(iam, { invalidate: false });
  deleteUsersMutationOptions(iam, { invalidate: () => ({ queryKey: iamKey(iam) }) });
  deleteUsersMutationOptions(iam, {
    invalidate: (auto, { userIds }, data, { client }) => {
      expectTypeOf(data).toEqualTypeOf<DeleteUsersData | undefined>();
      expectTypeOf(client).toEqualTypeOf<QueryClient>();
      return userIds.length > 0 && { ...auto, refetchType: "all" };
    },
  });
});

it("can be passed to setMutationDefaults, so that paused mutations survive a reload", () => {
  const options = deleteUsersMutationOptions(iam);
  expectTypeOf(options.mutationKey).toEqualTypeOf<MutationKey>();
  queryClient.setMutationDefaults(options.mutationKey, options);
});
