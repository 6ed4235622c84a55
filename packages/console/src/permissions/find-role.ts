/** The result of {@link findRole}. */
export type RoleMatch =
  | { readonly kind: "known"; readonly roleId: string }
  /** Several roles have this name. */
  | { readonly kind: "ambiguous" }
  | { readonly kind: "unknown" };

/**
 * Finds a role by its ID, or by its name in any letter case.
 *
 * @param text a role ID or a role name
 * @param roles role names by role ID
 */
export function findRole(text: string, roles: ReadonlyMap<string, string>): RoleMatch {
  const id = text.trim();
  if (roles.has(id)) return { kind: "known", roleId: id };
  const name = normalize(text);
  const [match, ...others] = Array.from(roles).filter(([, roleName]) => normalize(roleName) === name);
  if (match === undefined) return { kind: "unknown" };
  return others.length > 0 ? { kind: "ambiguous" } : { kind: "known", roleId: match[0] };
}

/** Returns whether text can be a role ID: letters and digits, such as `1WDUuRLxv84rrfCNUwvkrRtkxnS`. Role names have no digits or are short. */
export function looksLikeRoleId(text: string): boolean {
  return /^(?=.*\d)(?=.*[A-Za-z])[A-Za-z0-9]{16,}$/.test(text.trim());
}

/** Returns a role's name, with its ID if another role has the same name. Without a name, returns its ID. */
export function labelRole(roleId: string, roles: ReadonlyMap<string, string>): string {
  const name = roles.get(roleId);
  if (name === undefined) return roleId;
  return findRole(name, roles).kind === "ambiguous" ? `${name} (${roleId})` : name;
}

/** Returns whether a role makes its users owners, by its name. The API does not mark such roles. */
export function isOwnerRole(roleName: string): boolean {
  return /\bowner\b/i.test(roleName);
}

function normalize(name: string): string {
  return name
    .trim()
    .replaceAll(/[\s_-]+/g, " ")
    .toLowerCase();
}
