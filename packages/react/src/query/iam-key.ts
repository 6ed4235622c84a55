/** A workspace: a client, or the scope of one. */
export type Workspace = string | { readonly scope: string };

/** The first part of every key. */
const ROOT = "segment-iam";

/**
 * The key that everything of a workspace starts with; without a workspace, that of all of them. It is a prefix, for filters.
 *
 * @example
 * queryClient.removeQueries({ queryKey: iamKey(iam) });
 */
export function iamKey(workspace?: Workspace): readonly unknown[] {
  if (workspace === undefined) return [ROOT];
  return [ROOT, typeof workspace === "string" ? workspace : workspace.scope];
}
