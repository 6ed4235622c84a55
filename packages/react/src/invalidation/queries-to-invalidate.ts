import type { Operation, OperationDescriptor, OperationId } from "@segment-iam/client";
import type { InvalidateQueryFilters, MutationFunctionContext, Query, QueryKey } from "@tanstack/react-query";
import { iamKey, type ClientOrScope } from "../key-of.ts";
import type { VariablesOf } from "../types.ts";

/**
 * Returns the filters of the queries that a write invalidates. Receives the default filters as `auto`. Returning `false`
 * invalidates nothing.
 *
 * `data` is `undefined` after a failed write that the server may have executed. If this function throws, the outcome of the write
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
 * The descriptor of an operation lists the queries that the operation affects. A query with path parameters matches only if the
 * variables contain their values.
 * After `deleteUsers`, the queries of these users do not match, because refetching them would fail with a 404.
 *
 * @example
 * await queryClient.invalidateQueries(queriesToInvalidate(deleteUsers, iam, { userIds }));
 */
export function queriesToInvalidate<Id extends OperationId>(
  operation: Operation<Id>,
  client: ClientOrScope,
  variables: VariablesOf<Id>,
): InvalidateQueryFilters {
  return filterQueries(operation, client, variables, (parameters) => !isDeleted(operation, parameters));
}

/** Returns a filter for all queries that a write affects, including those of the items that it deletes. */
export function affectedQueries<Id extends OperationId>(
  operation: Operation<Id>,
  client: ClientOrScope,
  variables: VariablesOf<Id>,
): WriteFilters {
  return filterQueries(operation, client, variables, () => true);
}

/** Returns a filter for the queries of the items that a write deletes. */
export function deletedQueries<Id extends OperationId>(
  operation: Operation<Id>,
  client: ClientOrScope,
  variables: VariablesOf<Id>,
): WriteFilters {
  return filterQueries(operation, client, variables, (parameters) => isDeleted(operation, parameters));
}

/** Filters that depend on the variables of a write. */
interface WriteFilters {
  readonly queryKey: QueryKey;
  readonly predicate: (query: Pick<Query, "queryKey">) => boolean;
}

/** Maps each path parameter of a read to the input of a write that has the same value. */
type SharedParameters = Readonly<Record<string, string>>;

function filterQueries<Id extends OperationId>(
  { invalidates = {} }: Operation<Id>,
  client: ClientOrScope,
  variables: VariablesOf<Id>,
  includes: (parameters: SharedParameters) => boolean,
): WriteFilters {
  const reads = Object.entries(invalidates)
    .filter(([, parameters]) => includes(parameters))
    .map(([read, parameters]) => ({
      read,
      ids: Object.entries(parameters).map(([name, other]) => [name, namedIds(variables, other)] as const),
    }));
  return {
    queryKey: iamKey(client),
    predicate: ({ queryKey: [, , id, input] }) =>
      reads.some(({ read, ids }) => read === id && ids.every(([name, all]) => all.has(String(memberOf(input, name))))),
  };
}

/** Returns whether a write deletes the data of a read. It does if one of the read's parameters is the ID of a deleted item. */
function isDeleted(operation: OperationDescriptor, parameters: SharedParameters): boolean {
  return Object.values(parameters).some((input) => namesDeletedItems(operation, input));
}

/**
 * Returns whether an input of a DELETE operation contains the IDs of the deleted items. That input is the last part of the path, as in
 * `DELETE /users/{userId}`, or is not in the path, as in `DELETE /users?userIds=`.
 */
export function namesDeletedItems({ method, path }: OperationDescriptor, input: string): boolean {
  return method === "DELETE" && (path.endsWith(`{${input}}`) || !path.includes(`{${input}}`));
}

/** Returns the IDs in an input, which is one ID or a list. Converts them to strings, because the number 1 and "1" are equal in a URL. */
export function namedIds(variables: unknown, input: string): Set<string> {
  return new Set([memberOf(variables, input)].flat().map(String));
}

function memberOf(object: unknown, name: string): unknown {
  return (object as Record<string, unknown> | null | undefined)?.[name];
}
