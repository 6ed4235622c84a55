import { randomId } from "@mantine/hooks";
import type { PermissionInputV1, PermissionResourceV1, PermissionV1 } from "@segment-iam/client";
import type { ResourceType } from "./resource-types.ts";
import { texts } from "./texts.ts";

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

/** Creates a draft of a resource. A workspace without an ID gets the workspace's ID as soon as it is known. */
export function draftResource(resource: PermissionResourceV1 = { id: "", type: "WORKSPACE" }): ResourceDraft {
  return { ...resource, key: randomId() };
}

/** Creates a draft of an existing permission. */
export function draftPermission({ roleId, resources }: Pick<PermissionV1, "roleId" | "resources">): PermissionDraft {
  return { key: randomId(), roleId, resources: resources.map(draftResource) };
}

/** Creates a draft of a new permission on the workspace. */
export function draftWorkspacePermission(): PermissionDraft {
  return draftPermission({ roleId: "", resources: [{ id: "", type: "WORKSPACE" }] });
}

/** Changes the type of a resource. Drops its ID and labels, because they belong to a resource of the old type. */
export function changeResourceType({ key }: ResourceDraft, type: ResourceType): ResourceDraft {
  return { key, type, id: "" };
}

/** Returns the ID of a resource: the entered one, or the workspace's ID if the type is the workspace. */
export function resourceIdOf({ id, type }: PermissionResourceV1, workspaceId: string | undefined): string {
  return id.trim() || (type === "WORKSPACE" ? (workspaceId ?? "") : "");
}

/** Converts drafts to the API's input. Keeps the labels of resources. */
export function toPermissionInputs(
  drafts: readonly PermissionDraft[],
  workspaceId: string | undefined,
): PermissionInputV1[] {
  return drafts.map(({ roleId, resources }) => ({
    roleId: roleId.trim(),
    resources: resources.map(({ labels, ...resource }) => ({
      id: resourceIdOf(resource, workspaceId),
      type: resource.type,
      ...(labels && { labels }),
    })),
  }));
}

/** Returns whether permissions have labels of their own, which the API does not accept. */
export function hasLabels(permissions: readonly PermissionV1[]): boolean {
  return permissions.some(({ labels = [] }) => labels.length > 0);
}

/** Returns the error of each required field that is empty, by path, such as `permissions.0.roleId`. */
export function checkRequiredFields(permissions: readonly PermissionInputV1[]): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const [index, { roleId, resources }] of permissions.entries()) {
    if (roleId === "") errors[`permissions.${index}.roleId`] = texts.required.role;
    for (const [resourceIndex, { id, type }] of resources.entries()) {
      if (id !== "") continue;
      errors[`permissions.${index}.resources.${resourceIndex}.id`] =
        type === "WORKSPACE" ? texts.required.workspaceId : texts.required.resourceId;
    }
  }
  return errors;
}

const FIELD = /^permissions(?:\.\d+(?:\.(?:roleId|resources(?:\.\d+\.(?:id|type))?))?)?$/;

/** Maps the `field` of an API error to the editor's field of the same name; `undefined` when the editor has no such field. */
export function toPermissionField(path: string): string | undefined {
  return FIELD.test(path) ? path : undefined;
}
