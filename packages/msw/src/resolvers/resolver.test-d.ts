import { expectTypeOf, it } from "vitest";
import type { Resolvers } from "./resolver.ts";

it("infers input and data from the operation", () => {
  const resolvers: Resolvers = {
    getUser(input) {
      expectTypeOf(input).toEqualTypeOf<{ userId: string }>();
      return { user: { id: input.userId, name: "", email: "" } };
    },
    // @ts-expect-error -- pagination is missing
    listUsers: () => ({ users: [] }),
  };
  expectTypeOf(resolvers).toExtend<object>();
});

it("rejects a resolver for an operation that is not in the spec", () => {
  // @ts-expect-error -- there is no such operation
  const resolvers: Resolvers = { noSuchOperation: () => ({}) };
  expectTypeOf(resolvers).toExtend<object>();
});
