import { matchOperation, type OperationMatch } from "@segment-iam/client";
import type { ContractOperation } from "../contract.ts";
import { createHttpError, type HttpError } from "../response/http-error.ts";

/** The operation of a request, and its path parameters. */
export type Match = OperationMatch<ContractOperation>;

/** Finds the operation of a request. A HEAD request also matches GET operations. A path with an empty parameter matches none. */
export function findMatch(
  operations: readonly ContractOperation[],
  method: string,
  pathname: string,
): Match | undefined {
  const match = matchOperation(operations, method, pathname);
  if (match === undefined) return method === "HEAD" ? findMatch(operations, "GET", pathname) : undefined;
  return Object.values(match.pathParameters).includes("") ? undefined : match;
}

/** Creates the error for a request that matches no operation: 405 if the path exists with another method, otherwise 404. */
export function createUnmatchedError(operations: readonly ContractOperation[], pathname: string): HttpError {
  const methods = operations.map(({ method }) => method);
  const allow = [...new Set([...methods, "HEAD"])]
    .filter((method) => findMatch(operations, method, pathname))
    .join(", ");
  if (allow === "") return createHttpError(404, "not-found", "No operation has this path");
  return createHttpError(405, "method-not-allowed", `This path allows ${allow}`, { allow });
}
