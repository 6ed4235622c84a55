import type { Operation, OperationId } from "@segment-iam/client";
import type { InvalidateQueryFilters } from "@tanstack/react-query";
import { iamKey, type Workspace } from "./iam-key.ts";
import type { VariablesOf } from "./variables-of.ts";

/**
 * A filter for the queries of a workspace that a write with these variables makes stale, finite and infinite.
 *
 * A read is among them when the operation's description names it, and the path parameters named there are equal in both.
 *
 * @example
 * await queryClient.invalidateQueries(staleQueries(deleteUsers, iam, { userIds }));
 */
export function staleQueries<Id extends OperationId>(
  operation: Operation<Id>,
  workspace: Workspace,
  variables: VariablesOf<Id>,
): InvalidateQueryFilters {
  const reads = Object.entries(operation.stale ?? {});
  return {
    queryKey: iamKey(workspace),
    predicate: ({ queryKey: [, , id, input] }) =>
      reads.some(
        ([read, names]) => read === id && names.every((name) => member(input, name) === member(variables, name)),
      ),
  };
}

function member(input: unknown, name: string): unknown {
  return (input as Record<string, unknown> | null | undefined)?.[name];
}
