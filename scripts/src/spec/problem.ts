import type { Path } from "./json.ts";

/** One thing in the document that is wrong or cannot be expressed: where, why, and what to do about it. */
export interface Problem {
  at: Path;
  /** Without a full stop. */
  reason: string;
  /** Without a full stop. */
  fix: string;
}

/** Takes a problem. Whoever finds one goes on, so that one run finds everything. */
export type Report = (at: Path, reason: string, fix: string) => void;
