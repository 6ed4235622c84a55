import { expectTypeOf, it } from "vitest";
import { createIamClient } from "./create-iam-client.ts";
import type { ApiError } from "./errors/api-error.ts";
import type { UserV1 } from "./index.ts";

const iam = createIamClient({ baseUrl: "/api" });

it("a raw call's answer is narrowed by its error", async () => {
  const { data, error, response } = await iam.GET("/users/{userId}", { params: { path: { userId: "u1" } } });
  expectTypeOf(response).toEqualTypeOf<Response>();
  expectTypeOf(error).toEqualTypeOf<ApiError | undefined>();
  if (error) expectTypeOf(data).toEqualTypeOf<undefined>();
  else expectTypeOf(data.data?.user).toExtend<UserV1 | undefined>();
});

it("a raw call knows the document's paths and what they need", async () => {
  const { data } = await iam.GET("/users", { params: { query: { pagination: { count: 1 } } } });
  expectTypeOf(data?.data?.users).toEqualTypeOf<UserV1[] | undefined>();
  // @ts-expect-error -- the path has a parameter
  void iam.GET("/users/{userId}");
  // @ts-expect-error -- there is no such path
  void iam.GET("/roles");
  // @ts-expect-error -- the path has no such method
  void iam.PUT("/users");
});
