import type { ChangeKind, ChangeScope } from "./rules.ts";

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
  /** Whether the change is a rename inferred from similar names or positions. */
  isGuess: boolean;
}

/** A change without its scope and its operations. */
export type Finding = Pick<ApiChange, "kind" | "subject" | "before" | "after"> & { isGuess?: boolean };

/** A value in the older document and its counterpart in the newer one. */
export interface Pair<T> {
  before: T;
  after: T;
}

/** Adds the scope and the affected operations to a finding. */
export function toChange(finding: Finding, scope: ChangeScope, operations: Iterable<string>): ApiChange {
  return { isGuess: false, ...finding, scope, operations: [...operations] };
}
