import { expect, it } from "vitest";
import { pathParameters } from "./path-parameters.ts";

it("names a template's parameters in their order", () => {
  expect(pathParameters("/users/{userId}/groups/{groupId}")).toEqual(["userId", "groupId"]);
});
