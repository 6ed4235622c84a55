import type { PermissionInputV1, PermissionResourceV1 } from "@segment-iam/client";

/** A role on one resource. */
export interface Grant {
  readonly roleId: string;
  /** Undefined for a permission without resources. */
  readonly resource: Pick<PermissionResourceV1, "id" | "type"> | undefined;
}

/** The difference between two lists of permissions, by role and resource. */
export interface PermissionsDiff {
  readonly added: readonly Grant[];
  readonly removed: readonly Grant[];
  readonly kept: readonly Grant[];
}

/** Compares permissions by role and resource. Order, repeated entries and labels make no difference. */
export function diffPermissions(
  before: readonly PermissionInputV1[],
  after: readonly PermissionInputV1[],
): PermissionsDiff {
  const grantsBefore = collectGrants(before);
  const grantsAfter = collectGrants(after);
  return {
    added: [...grantsAfter].filter(([key]) => !grantsBefore.has(key)).map(([, grant]) => grant),
    removed: [...grantsBefore].filter(([key]) => !grantsAfter.has(key)).map(([, grant]) => grant),
    kept: [...grantsBefore].filter(([key]) => grantsAfter.has(key)).map(([, grant]) => grant),
  };
}

/** Returns a text that is unique for each grant. */
export function grantKey({ roleId, resource }: Grant): string {
  return JSON.stringify([roleId, resource?.type, resource?.id]);
}

function collectGrants(permissions: readonly PermissionInputV1[]): ReadonlyMap<string, Grant> {
  const grants = permissions.flatMap(({ roleId, resources }): Grant[] =>
    resources.length === 0
      ? [{ roleId, resource: undefined }]
      : resources.map(({ id, type }) => ({ roleId, resource: { id, type } })),
  );
  return new Map(grants.map((grant) => [grantKey(grant), grant]));
}
