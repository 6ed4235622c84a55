import type { DataOf, IamClient, InputOf, MutationOperationId, Operation, QueryOperationId } from "@segment-iam/client";
import type { Mutation, MutationFunctionContext } from "@tanstack/react-query";
import { keyFor } from "../query/key-of.ts";
import type { MutationOverrides, Optimistic } from "../query/mutation-options-of.ts";
import { queriesToInvalidate } from "../query/queries-to-invalidate.ts";
import type { VariablesOf } from "../query/types.ts";
import { patchData, type AnyPatch } from "./patch-data.ts";
import { overlayOf } from "./optimistic-cache.ts";
import type { Layer } from "./pending-update.ts";

/** A write that is under way, or that was answered. */
export interface OptimisticWrite<Id extends MutationOperationId> {
  /** What it was called with. */
  readonly variables: InputOf<Id>;
  /** What it answered; `undefined` until it has. */
  readonly answer: DataOf<Id> | undefined;
}

/**
 * What a read answers once a write is carried out, made of what it answers now: one page, or all that an infinite list holds.
 *
 * It may be asked about an answer that has the write already, which it must leave as it is. What does not change is to stay the
 * same object, and what does is to be a new one.
 */
export type OptimisticPatch<Read extends QueryOperationId, Id extends MutationOperationId> = (
  pages: readonly DataOf<Read>[],
  write: OptimisticWrite<Id>,
  input: InputOf<Read>,
) => readonly DataOf<Read>[];

/** Patches by the read they are for. */
export type OptimisticPatches<Id extends MutationOperationId> = {
  readonly [Read in QueryOperationId]?: OptimisticPatch<Read, Id>;
};

/** The writes that are shown, by what TanStack Query makes for each of them. */
const layers = new WeakMap<MutationFunctionContext, { readonly layer: Layer; answer(data: unknown): void }>();
/** Their mutations. */
const shown = new WeakSet<Mutation>();

/**
 * Makes what a mutation takes as `optimistic`. Patches are applied to the queries that the operation makes stale, and to no others.
 *
 * Writes that overlap may fail or succeed in any order, and queries may be fetched meanwhile or given up: what is shown is always
 * the last answer with the writes it lacks. What you set by hand under a write counts as an answer, and is asked for again if the
 * write fails. A write that is resumed after a reload is not shown anew, and what it made stale is asked for again if it fails.
 *
 * @example
 * const optimisticDeleteUsers = optimisticRule(deleteUsers, {
 *   listUsers: (pages, { variables }) => changeItems(pages, "users", (users) => users.filter(({ id }) => !variables.userIds.includes(id))),
 * });
 */
export function optimisticRule<Id extends MutationOperationId>(
  operation: Operation<Id>,
  patches: OptimisticPatches<Id>,
): Optimistic<Id> {
  return {
    id: operation.id,
    wrap(client, options) {
      const mutationKey = keyFor(client, operation.id);
      const wrapped: MutationOverrides<DataOf<Id>, VariablesOf<Id>> = {
        ...options,
        onMutate: (variables, context) => {
          begin(operation, patches, client, variables, context);
          return own("onMutate", context)?.(variables, context);
        },
        onSuccess: (data, variables, result, context) => {
          succeed(context, data);
          return own("onSuccess", context)?.(data, variables, result, context);
        },
        onError: (failure, variables, result, context) => {
          fail(operation, client, variables, context);
          return own("onError", context)?.(failure, variables, result, context);
        },
        // Called before anything is fetched again, so that those answers are known to have the write.
        invalidate: (auto, variables, data, context) => {
          if (data !== undefined) succeed(context, data);
          const { invalidate } = options;
          return typeof invalidate === "function" ? invalidate(auto, variables, data, context) : (invalidate ?? auto);
        },
      };
      return wrapped;

      /** The caller's callback, else the query client's. Options like these may be its defaults: they are not called twice. */
      function own<Name extends "onMutate" | "onSuccess" | "onError">(
        name: Name,
        { client: queryClient }: MutationFunctionContext,
      ): (typeof options)[Name] | undefined {
        const inherited = queryClient.defaultMutationOptions<typeof options>({ mutationKey } as object)[name];
        return options[name] ?? (inherited === wrapped[name] ? undefined : inherited);
      }
    },
  };
}

function begin<Id extends MutationOperationId>(
  operation: Operation<Id>,
  patches: OptimisticPatches<Id>,
  client: IamClient,
  variables: VariablesOf<Id>,
  context: MutationFunctionContext,
): void {
  if (layers.has(context)) return;
  const mutation = startedMutation(variables, context);
  // It was removed before it began.
  if (!mutation) return;
  const { queryKey = [], predicate } = queriesToInvalidate(operation, client, variables);
  let write = { variables: variables as InputOf<Id>, answer: undefined as DataOf<Id> | undefined };
  const layer: Layer = {
    mutation,
    doneAt: undefined,
    covers: (query) => queryKey.every((part, at) => part === query.queryKey[at]) && predicate?.(query) === true,
    // What a key says of its read is what was put there with the read's own types.
    apply: (query, data) => patchData(query.queryKey, data, patches as Record<string, AnyPatch | undefined>, write),
  };
  shown.add(mutation);
  layers.set(context, {
    layer,
    answer: (data) => {
      write = { ...write, answer: data as DataOf<Id> };
    },
  });
  overlayOf(context.client).add(layer);
}

/** The mutation that has just begun, which its context does not tell: of those with the same variables the first that is not shown. */
function startedMutation(
  variables: unknown,
  { client, mutationKey = [] }: MutationFunctionContext,
): Mutation | undefined {
  const mutations = client.getMutationCache().findAll({ mutationKey, status: "pending" });
  return mutations.find((mutation) => mutation.state.variables === variables && !shown.has(mutation));
}

function succeed(context: MutationFunctionContext, data: unknown): void {
  const write = layers.get(context);
  write?.answer(data);
  if (write) overlayOf(context.client).done(write.layer);
}

function fail<Id extends MutationOperationId>(
  operation: Operation<Id>,
  client: IamClient,
  variables: VariablesOf<Id>,
  context: MutationFunctionContext,
): void {
  const write = layers.get(context);
  if (write) overlayOf(context.client).undo(write.layer);
  // It was begun before a reload, and what was persisted may have it: there is no telling what the data would be without it.
  else void context.client.invalidateQueries(queriesToInvalidate(operation, client, variables));
}
