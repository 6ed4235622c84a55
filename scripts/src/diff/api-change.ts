import type { ChangeKind, Where } from "./rules.ts";

/** One thing that is different in the newer document, in terms of the API. What it means for a release is in `rules.ts`. */
export interface ApiChange {
  kind: ChangeKind;
  where: Where;
  /** The operation, the schema or the place in one of them: `listUsers`, `UserV1.permissions[].roleId`. */
  subject: string;
  /** The ids of the operations that it reaches, by the newer document where they are in both. */
  operations: string[];
  /** What was there, for people to read. */
  before?: string;
  /** What is there now, for people to read. */
  after?: string;
  /** Whether two things that differ were taken for one that was renamed. */
  isGuess: boolean;
}

/** A change before it is known who sees it. */
export type Finding = Pick<ApiChange, "kind" | "subject" | "before" | "after"> & { isGuess?: boolean };

/** Two things to be compared. */
export interface Pair<T> {
  before: T;
  after: T;
}

/** Says who sees what was found. */
export function toChange(finding: Finding, where: Where, operations: Iterable<string>): ApiChange {
  return { isGuess: false, ...finding, where, operations: [...operations] };
}
