import type { InviteV1 } from "@segment-iam/client";

/** What a file of invites holds. */
export interface InviteSheet {
  /** What can be sent, in the file's order. */
  readonly invites: readonly InviteV1[];
  /** What cannot. */
  readonly problems: readonly RowProblem[];
  /** The headings of columns that are not read, as the file has them. */
  readonly unusedColumns: readonly string[];
}

/** A row that is left out. */
export interface RowProblem {
  /** The line of the file, from 1. */
  readonly line: number;
  /** What the row says. */
  readonly text: string;
  /** Why it cannot be sent. */
  readonly reason: string;
}
