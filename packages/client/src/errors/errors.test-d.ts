import { expectTypeOf, it } from "vitest";
import { ApiError, IamError, type IamFailure } from "../index.ts";

it("narrows an error by class and by name", () => {
  const failure = {} as unknown;
  if (failure instanceof ApiError) expectTypeOf(failure).toEqualTypeOf<ApiError>();
  else expectTypeOf(failure).toBeUnknown();
  if (failure instanceof IamError) expectTypeOf(failure.toJSON()).toEqualTypeOf<Record<string, unknown>>();

  const known = {} as IamFailure;
  if (known.name === "CallTimeoutError") expectTypeOf(known.timeoutMs).toBeNumber();
  if (known instanceof ApiError) expectTypeOf(known.status).toBeNumber();
  else
    expectTypeOf(known.name).toEqualTypeOf<
      | "CallTimeoutError"
      | "CursorLoopError"
      | "InputError"
      | "InvalidResponseError"
      | "NetworkError"
      | "QueueFullError"
      | "WaitTooLongError"
    >();
});
