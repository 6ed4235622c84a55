import type {
  ApiError,
  IamFailure,
  InputError,
  InvalidResponseError,
  NetworkError,
  TimeoutError,
} from "@segment-iam/client";
import { expectTypeOf, it } from "vitest";
import { useDeleteUsers, useGetUser, useListUsersInfinite, useListUsersSuspense } from "../generated/hooks.ts";

it("is the client's union in every hook, and in what a failed attempt shows", () => {
  const queries = [useGetUser({ userId: "u" }), useListUsersInfinite(), useListUsersSuspense(), useDeleteUsers()];
  for (const { error, failureReason } of queries) {
    expectTypeOf(error).toEqualTypeOf<IamFailure | null>();
    expectTypeOf(failureReason).toEqualTypeOf<IamFailure | null>();
  }
});

it("narrows by name", () => {
  const { error } = useGetUser({ userId: "u" });
  switch (error?.name) {
    case "ApiError":
      return expectTypeOf(error).toEqualTypeOf<ApiError>();
    case "NetworkError":
      return expectTypeOf(error).toEqualTypeOf<NetworkError>();
    case "TimeoutError":
      return expectTypeOf(error).toEqualTypeOf<TimeoutError>();
    case "InvalidResponseError":
      return expectTypeOf(error).toEqualTypeOf<InvalidResponseError>();
    case "InputError":
      return expectTypeOf(error).toEqualTypeOf<InputError>();
    case undefined:
      return expectTypeOf(error).toEqualTypeOf<null>();
  }
});

it("narrows by status", () => {
  const { error, failureReason } = useGetUser({ userId: "u" });
  if (error && "status" in error) {
    expectTypeOf(error).toEqualTypeOf<ApiError | InvalidResponseError>();
    expectTypeOf(error.status).toEqualTypeOf<number>();
  }
  if (failureReason?.name === "ApiError" && failureReason.status === 429) {
    expectTypeOf(failureReason.retryAfterMs).toEqualTypeOf<number | undefined>();
  }
});
