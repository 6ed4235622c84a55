import { expectTypeOf, it } from "vitest";
import type { InputThen } from "./input-then.ts";

declare function call<Input>(...args: InputThen<Input, { staleTime?: number }, symbol>): void;

it("lets an input be left out only where nothing in it is required", () => {
  expectTypeOf(call<{ page?: number }>()).toEqualTypeOf<void>();
  expectTypeOf(call<{ page?: number }>(undefined, { staleTime: 1 })).toEqualTypeOf<void>();
  expectTypeOf(call<{ id: string }>(Symbol("skip"))).toEqualTypeOf<void>();
  // @ts-expect-error -- the id is required
  call<{ id: string }>();
  // @ts-expect-error -- and undefined is none
  call<{ id: string }>(undefined);
});
