import { ApiError, NetworkError, type RequestError } from "@segment-iam/client";
import { expect, it } from "vitest";
import { fieldErrors } from "./field-errors.ts";

const known = new Set(["permissions.0.roleId"]);
const fieldOf = (path: string) => (known.has(path) ? path : undefined);

function refusal(...errors: RequestError[]) {
  return new ApiError({ operation: "createInvites", status: 422, errors, attempts: 1, retryAfterMs: undefined });
}

it("shows a complaint at its field", () => {
  const failure = refusal({ type: "input-validation", message: "is required", field: "permissions.0.roleId" });
  expect(fieldErrors(failure, fieldOf)).toEqual({ byField: { "permissions.0.roleId": "is required" }, rest: [] });
});

it("joins what is said of the same field", () => {
  const failure = refusal(
    { type: "input-validation", message: "is required", field: "permissions.0.roleId" },
    { type: "input-validation", message: "is too short", field: "permissions.0.roleId" },
  );
  expect(fieldErrors(failure, fieldOf).byField).toEqual({ "permissions.0.roleId": "is required; is too short" });
});

it("loses nothing that has no field, or one the form does not have", () => {
  const failure = refusal({ type: "conflict" }, { type: "input-validation", message: "is odd", field: "elsewhere" });
  expect(fieldErrors(failure, fieldOf)).toEqual({ byField: {}, rest: ["conflict", "is odd"] });
});

it.each([null, new NetworkError("createInvites", 1, new Error("reset"))])("has none for %s", (failure) => {
  expect(fieldErrors(failure, fieldOf)).toEqual({ byField: {}, rest: [] });
});
