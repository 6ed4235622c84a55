import { findRole, looksLikeRoleId } from "../../permissions/find-role.ts";
import { texts } from "../texts.ts";

/** The result of resolving the text of a role. */
export interface ResolvedRole {
  /** The role's ID; `undefined` if there is a problem. */
  readonly roleId?: string;
  readonly problem?: string;
  /** Whether the text is unknown or ambiguous, even if the user has chosen a role for it. */
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
 * Accepts an unknown text that looks like an ID. `roles` contains only the roles of loaded users, and a role can exist without users.
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
