/** The uses of a schema: in inputs, in results, in the bodies of other responses, and in response headers. */
export const SCHEMA_SCOPES = ["input", "output", "error", "header"] as const;

export type SchemaScope = (typeof SCHEMA_SCOPES)[number];

/**
 * The part of the API that a change affects.
 *
 * - `operation`: an operation as a whole
 * - `schema`: the name of an exported type
 * - `server`: servers and security
 * - `document`: a part of the document that no rule covers
 */
export type ChangeScope = SchemaScope | "operation" | "schema" | "server" | "document";

/** The part of the version to increment (https://semver.org). */
export type Bump = "major" | "minor" | "patch";

/** A published package, without its npm scope. */
export type PackageName = "types" | "client" | "helpers" | "react" | "msw" | "proxy";

/** The release that one kind of change in one scope requires. */
export interface Rule<Kind extends string = string> {
  kind: Kind;
  scope: ChangeScope;
  bump: Bump;
  /** The packages that get the bump. Other packages get a patch if their generated code differs. */
  packages: readonly PackageName[];
  /** What changed. Printed after the subject and a colon. */
  summary: string;
  /** The effect on users, if the summary does not imply it. */
  note?: string;
}

/**
 * The packages whose types depend on operations, their inputs and their outputs.
 *
 * `helpers` and `proxy` are generic over operations, so no change affects them directly.
 */
export const CALLS: readonly PackageName[] = ["types", "client", "react", "msw"];

/** The packages that export the types of schemas. */
export const TYPES: readonly PackageName[] = ["types", "client"];

/** Notes and summaries that several tables use. */
export const UNUSED = "the client does not use it";
export const KEYWORD = "keyword without a rule changed";

/** Creates one row of a table of rules. */
export function rule<Kind extends string>(
  kind: Kind,
  scope: ChangeScope,
  bump: Bump,
  packages: readonly PackageName[],
  summary: string,
  note?: string,
): Rule<Kind> {
  return { kind, scope, bump, packages, summary, ...(note !== undefined && { note }) };
}
