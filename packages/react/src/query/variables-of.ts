import type { InputOf, OperationId } from "@segment-iam/client";

/** What a mutation is called with: the operation's input. */
export type VariablesOf<Id extends OperationId> = Variables<InputOf<Id>>;

/** An input, which may be left out where nothing in it is required. */
export type Variables<Input> = {} extends Input ? Input | void : Input;
