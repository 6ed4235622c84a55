import type { ChangeKind } from "./rules/rules.ts";
import type { ChangeScope } from "./rules/rule.ts";

/** One difference between two documents, as a change of the API. `rules.ts` maps it to a release. */
export interface ApiChange {
  kind: ChangeKind;
  scope: ChangeScope;
  /** The operation, schema or property that changed, such as `listUsers` or `UserV1.permissions[].roleId`. */
  subject: string;
  /** The ids of the affected operations. A renamed operation has its new id. */
  operations: string[];
  /** The previous value, for display. */
  before?: string;
  /** The new value, for display. */
  after?: string;
  /** The reason for the change, if it is not obvious. Contains names from the document. */
  cause?: string;
  /** Whether the change is a rename inferred from similar names or positions. */
  isGuess: boolean;
}

/** `input` for values in requests, `output` for values in responses. */
export type Direction = "input" | "output";

/** A change without its scope and its operations. */
export interface Finding extends Pick<ApiChange, "kind" | "subject" | "before" | "after" | "cause"> {
  isGuess?: boolean;
  /** Set if the change affects one direction only, because a property is `readOnly` or `writeOnly`. */
  only?: Direction;
}

/** A value in the older document and its counterpart in the newer one. */
export interface Pair<T> {
  before: T;
  after: T;
}

/** Adds the scope and the affected operations to a finding. */
export function toChange(finding: Finding, scope: ChangeScope, operations: Iterable<string>): ApiChange {
  const { kind, subject, before, after, cause, isGuess = false } = finding;
  return {
    kind,
    scope,
    subject,
    operations: [...operations],
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
    ...(cause !== undefined && { cause }),
    isGuess,
  };
}
