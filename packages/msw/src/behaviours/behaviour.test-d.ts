import { expectTypeOf, it } from "vitest";
import type { Behaviours } from "./behaviour.ts";

it("knows input and answer from the operation", () => {
  const behaviours: Behaviours = {
    getUser(input) {
      expectTypeOf(input).toEqualTypeOf<{ userId: string }>();
      return { user: { id: input.userId, name: "", email: "" } };
    },
    // @ts-expect-error -- a list has users and pagination
    listUsers: () => ({ users: [] }),
  };
  expectTypeOf(behaviours).toExtend<object>();
});

it("refuses behaviour for an operation the spec does not have", () => {
  // @ts-expect-error -- there is no such operation
  const behaviours: Behaviours = { promoteUser: () => ({}) };
  expectTypeOf(behaviours).toExtend<object>();
});
