import { findRole, looksLikeRoleId } from "../../permissions/find-role.ts";
import { texts } from "../texts.ts";

/** The role of a text in a file. */
export interface ResolvedRole {
  /** The role's ID; `undefined` if there is a problem. */
  readonly roleId?: string;
  readonly problem?: string;
  /** Whether the text is unknown or ambiguous, so that the user must choose a role, or has chosen one. */
  readonly needsChoice: boolean;
}

/** The roles to resolve with. */
export interface RoleChoices {
  /** Role names by role ID. */
  readonly roles: ReadonlyMap<string, string>;
  /** The role IDs that the user chose, by the text of the role in the file. */
  readonly chosenRoles: ReadonlyMap<string, string>;
}

/**
 * Returns a function that resolves the ID or name of a role. It resolves each text once.
 *
 * Accepts an unknown text that looks like an ID: the roles come from loaded users, and nobody may have that role yet.
 */
export function createRoleResolver({ roles, chosenRoles }: RoleChoices): (text: string) => ResolvedRole {
  const resolved = new Map<string, ResolvedRole>();
  return (text) => {
    const role = resolved.get(text) ?? resolve(text);
    resolved.set(text, role);
    return role;
  };

  function resolve(text: string): ResolvedRole {
    const match = findRole(text, roles);
    if (match.kind === "known") return { roleId: match.roleId, needsChoice: false };
    const chosen = chosenRoles.get(text);
    if (chosen) return { roleId: chosen, needsChoice: true };
    if (match.kind === "ambiguous") return { problem: texts.problem.ambiguousRole(text), needsChoice: true };
    if (looksLikeRoleId(text)) return { roleId: text, needsChoice: false };
    return { problem: texts.problem.unknownRole(text), needsChoice: true };
  }
}
