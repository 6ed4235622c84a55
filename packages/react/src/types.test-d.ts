import type { IamFailure } from "@segment-iam/client";
import { useMutation } from "@tanstack/react-query";
import { expectTypeOf, it } from "vitest";
import type { InputAndOptions, OptionalVariables } from "./types.ts";

declare function call<Input>(...args: InputAndOptions<Input, { staleTime?: number }>): void;

it("makes the input optional only if it has no required property", () => {
  expectTypeOf(call<{ page?: number }>()).toEqualTypeOf<void>();
  expectTypeOf(call<{ page?: number }>(undefined, { staleTime: 1 })).toEqualTypeOf<void>();
  expectTypeOf(call<{ id: string }>({ id: "a" }, { staleTime: 1 })).toEqualTypeOf<void>();
  // @ts-expect-error -- `id` is required
  call<{ id: string }>();
  // @ts-expect-error -- `id` is required
  call<{ id: string }>(undefined);
});

it("makes mutation variables optional only if they have no required property", () => {
  const { mutate, mutateAsync } = useMutation<string, IamFailure, OptionalVariables<{ force?: boolean }>>({});
  expectTypeOf(mutate()).toEqualTypeOf<void>();
  expectTypeOf(mutateAsync({ force: true })).resolves.toEqualTypeOf<string>();
  // @ts-expect-error -- `force` is a boolean
  mutate({ force: "yes" });
  const required = useMutation<string, IamFailure, OptionalVariables<{ force: boolean }>>({});
  // @ts-expect-error -- `force` is required
  required.mutate();
});
