import type { Operation, OperationId } from "@segment-iam/client";
import type { InvalidateQueryFilters, MutationFunctionContext } from "@tanstack/react-query";
import { iamKey, type ClientOrScope } from "./key-of.ts";
import type { VariablesOf } from "./types.ts";

/**
 * Returns the filters of the queries that a write invalidates. Receives the default filters as `auto`. Returning `false`
 * invalidates nothing.
 *
 * `data` is `undefined` after a failed write that the server may have carried out. If this function throws, the outcome of the write
 * does not change. The error becomes an unhandled rejection.
 */
export type Invalidate<Data, Variables> = (
  auto: InvalidateQueryFilters,
  variables: Variables,
  data: Data | undefined,
  context: MutationFunctionContext,
) => InvalidateQueryFilters | false;

/**
 * Returns a filter for the queries and infinite queries that a write with these variables invalidates.
 *
 * The descriptor of an operation lists the queries that the operation affects. If the write and a query have a parameter at the same
 * place in their paths, only queries with the same value match. The names of the two parameters can differ.
 *
 * @example
 * await queryClient.invalidateQueries(queriesToInvalidate(deleteUsers, iam, { userIds }));
 */
export function queriesToInvalidate<Id extends OperationId>(
  operation: Operation<Id>,
  client: ClientOrScope,
  variables: VariablesOf<Id>,
): InvalidateQueryFilters {
  const reads = Object.entries(operation.invalidates ?? {});
  return {
    queryKey: iamKey(client),
    predicate: ({ queryKey: [, , id, input] }) =>
      reads.some(
        ([read, parameters]) =>
          read === id &&
          Object.entries(parameters).every(([name, other]) => member(input, name) === member(variables, other)),
      ),
  };
}

/** Applies a mutation's `invalidate` option to the default filters. */
export function applyInvalidate<Data, Variables>(
  invalidate: Invalidate<Data, Variables> | false | undefined,
  ...args: Parameters<Invalidate<Data, Variables>>
): InvalidateQueryFilters | false {
  return typeof invalidate === "function" ? invalidate(...args) : (invalidate ?? args[0]);
}

/** Returns a path parameter as it appears in a URL. A number and its text are equal there. */
function member(input: unknown, name: string): string {
  return String((input as Record<string, unknown> | null | undefined)?.[name]);
}
