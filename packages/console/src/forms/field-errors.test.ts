import { ApiError, NetworkError, type RequestError } from "@segment-iam/client";
import { expect, it } from "vitest";
import { groupFieldErrors } from "./field-errors.ts";

const fields = new Set(["permissions.0.roleId"]);
const toField = (path: string) => (fields.has(path) ? path : undefined);

function validationError(...errors: RequestError[]) {
  return new ApiError({ operation: "createInvites", status: 422, errors, attempts: 1, retryAfterMs: undefined });
}

it("assigns an error to its field", () => {
  const failure = validationError({ type: "input-validation", message: "is required", field: "permissions.0.roleId" });
  expect(groupFieldErrors(failure, toField)).toEqual({ byField: { "permissions.0.roleId": "is required" }, other: [] });
});

it("joins several errors of one field", () => {
  const failure = validationError(
    { type: "input-validation", message: "is required", field: "permissions.0.roleId" },
    { type: "input-validation", message: "is too short", field: "permissions.0.roleId" },
  );
  expect(groupFieldErrors(failure, toField).byField).toEqual({ "permissions.0.roleId": "is required; is too short" });
});

it("keeps errors without a field and errors of unknown fields", () => {
  const failure = validationError(
    { type: "conflict" },
    { type: "input-validation", message: "is odd", field: "other" },
  );
  expect(groupFieldErrors(failure, toField)).toEqual({ byField: {}, other: ["conflict", "is odd"] });
});

it.each([null, new NetworkError("createInvites", 1, new Error("reset"))])("returns no errors for %s", (failure) => {
  expect(groupFieldErrors(failure, toField)).toEqual({ byField: {}, other: [] });
});
