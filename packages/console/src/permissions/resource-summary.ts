import type { PermissionV1 } from "@segment-iam/client";
import { resourceLook } from "./resource-types.ts";

/** What some permissions are about, in few words: `Workspace`, `2 sources, 1 space`, or `Nothing`. */
export function resourceSummary(permissions: readonly Partial<Pick<PermissionV1, "resources">>[]): string {
  const resources = permissions.flatMap(({ resources = [] }) => resources);
  const ids = Map.groupBy(resources, ({ type }) => type);
  const parts = Array.from(ids, ([type, held]) => {
    const count = new Set(held.map(({ id }) => id)).size;
    const { label, plural } = resourceLook(type);
    if (count > 1) return `${count} ${plural}`;
    return type === "WORKSPACE" ? "the workspace" : `1 ${label.toLowerCase()}`;
  });
  const text = parts.join(", ") || "nothing";
  return text.charAt(0).toUpperCase() + text.slice(1);
}
