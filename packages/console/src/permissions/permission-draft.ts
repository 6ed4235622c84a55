import { randomId } from "@mantine/hooks";
import type { PermissionInputV1, PermissionResourceV1, PermissionV1 } from "@segment-iam/client";

/** A permission in a form. */
export interface PermissionDraft {
  /** The React key. Role IDs may be empty or repeated while editing. */
  readonly key: string;
  readonly roleId: string;
  readonly resources: readonly ResourceDraft[];
}

/** A resource in a form. */
export interface ResourceDraft extends PermissionResourceV1 {
  /** The React key. */
  readonly key: string;
}

/** Creates a draft of a resource. */
export function draftResource(resource: PermissionResourceV1 = { id: "", type: "WORKSPACE" }): ResourceDraft {
  return { ...resource, key: randomId() };
}

/** Creates a draft of an existing permission. */
export function draftPermission({ roleId, resources }: Pick<PermissionV1, "roleId" | "resources">): PermissionDraft {
  return { key: randomId(), roleId, resources: resources.map(draftResource) };
}

/** Creates a draft of a new permission on the workspace. */
export function draftWorkspacePermission(workspaceId = ""): PermissionDraft {
  return draftPermission({ roleId: "", resources: [{ id: workspaceId, type: "WORKSPACE" }] });
}

/** Converts a draft to the API's input. Keeps the labels of resources. */
export function toPermissionInput({ roleId, resources }: PermissionDraft): PermissionInputV1 {
  return {
    roleId,
    resources: resources.map(({ id, type, labels }) => ({ id: id.trim(), type, ...(labels && { labels }) })),
  };
}

const FIELD = /^permissions(?:\.\d+(?:\.(?:roleId|resources(?:\.\d+\.(?:id|type))?))?)?$/;

/** Maps the `field` of an API error to the editor's field of the same name; `undefined` when the editor has no such field. */
export function toPermissionField(path: string): string | undefined {
  return FIELD.test(path) ? path : undefined;
}
