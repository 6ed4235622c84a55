import type { PermissionInputV1, PermissionResourceV1, PermissionV1 } from "@segment-iam/client";
import { randomId } from "@mantine/hooks";

/** A permission that is being edited. */
export interface PermissionDraft {
  /** Tells drafts apart while roles are still open. */
  readonly key: string;
  readonly roleId: string;
  readonly resources: readonly ResourceDraft[];
}

/** A resource that is being edited. */
export interface ResourceDraft extends PermissionResourceV1 {
  /** Tells drafts apart while IDs are still open. */
  readonly key: string;
}

/** A resource to start editing with. */
export function draftResource(resource: PermissionResourceV1 = { id: "", type: "WORKSPACE" }): ResourceDraft {
  return { ...resource, key: randomId() };
}

/** A permission to start editing with: one that exists, or an empty one for these resources. */
export function draftPermission({ roleId, resources }: Pick<PermissionV1, "roleId" | "resources">): PermissionDraft {
  return { key: randomId(), roleId, resources: resources.map(draftResource) };
}

/** What is sent to the API. Labels of resources go along as they came. */
export function permissionInput({ roleId, resources }: PermissionDraft): PermissionInputV1 {
  return {
    roleId,
    resources: resources.map(({ id, type, labels }) => ({ id: id.trim(), type, ...(labels && { labels }) })),
  };
}
