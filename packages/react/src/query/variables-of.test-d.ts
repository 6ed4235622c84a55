import type { DeleteUsersInput, IamFailure } from "@segment-iam/client";
import { useMutation } from "@tanstack/react-query";
import { expectTypeOf, it } from "vitest";
import type { Variables, VariablesOf } from "./variables-of.ts";

it("is the input of an operation", () => {
  expectTypeOf<VariablesOf<"deleteUsers">>().toEqualTypeOf<DeleteUsersInput>();
});

it("may be left out where nothing is required", () => {
  const { mutate, mutateAsync } = useMutation<string, IamFailure, Variables<{ force?: boolean }>>({});
  expectTypeOf(mutate()).toEqualTypeOf<void>();
  expectTypeOf(mutateAsync({ force: true })).resolves.toEqualTypeOf<string>();
  // @ts-expect-error -- what is given is checked
  mutate({ force: "yes" });
  const required = useMutation<string, IamFailure, Variables<{ force: boolean }>>({});
  // @ts-expect-error -- and where something is required, it is asked for
  required.mutate();
});
