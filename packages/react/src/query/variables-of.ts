import type { InputOf, OperationId } from "@segment-iam/client";

/** What a mutation is called with: the operation's input, which may be left out where nothing in it is required. */
export type VariablesOf<Id extends OperationId> = {} extends InputOf<Id> ? InputOf<Id> | void : InputOf<Id>;
