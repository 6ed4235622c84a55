import type { paths } from "@segment-iam/types";
import type { Client } from "openapi-fetch";
import { expectTypeOf, it } from "vitest";
import { createIamClient } from "./create-iam-client.ts";
import type { RequestErrorEnvelope, UserV1 } from "./index.ts";

const iam = createIamClient({ baseUrl: "/api" });

it("is an openapi-fetch client of the document's paths", () => {
  expectTypeOf(iam).toExtend<Client<paths>>();
});

it("narrows the result of a raw call by its error", async () => {
  const { data, error, response } = await iam.GET("/users/{userId}", { params: { path: { userId: "u1" } } });
  expectTypeOf(response).toEqualTypeOf<Response>();
  expectTypeOf(error).toExtend<RequestErrorEnvelope | undefined>();
  if (error) expectTypeOf(data).toEqualTypeOf<undefined>();
  else expectTypeOf(data.data?.user).toExtend<UserV1 | undefined>();
});

it("types the paths of the document and their parameters", async () => {
  const { data } = await iam.GET("/users", { params: { query: { pagination: { count: 1 } } } });
  expectTypeOf(data?.data?.users).toExtend<UserV1[] | undefined>();
  // @ts-expect-error -- the path has a parameter
  void iam.GET("/users/{userId}");
  // @ts-expect-error -- there is no such path
  void iam.GET("/no-such-path");
  // @ts-expect-error -- the path has no such method. No generated client has TRACE.
  void iam.TRACE("/users");
});
