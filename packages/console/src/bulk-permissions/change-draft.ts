import type { PermissionChange } from "../permissions/apply-permission-change.ts";
import {
  checkRequiredFields,
  draftPermission,
  draftWorkspacePermission,
  type PermissionDraft,
} from "../permissions/permission-draft.ts";
import { texts } from "./texts.ts";

/** A permission change in a form. Each mode keeps its own permissions, so that switching modes loses no input. */
export interface ChangeDraft {
  readonly mode: PermissionChange["mode"];
  readonly permissions: Readonly<Record<PermissionChange["mode"], readonly PermissionDraft[]>>;
}

/** Creates the draft of a change with one empty permission in each mode. */
export function createChangeDraft(): ChangeDraft {
  return {
    mode: "add",
    permissions: {
      add: [draftFor("add")],
      remove: [draftFor("remove")],
      replace: [draftFor("replace")],
    },
  };
}

/** Creates the draft of a permission. To remove a permission, only its role is required. */
export function draftFor(mode: PermissionChange["mode"]): PermissionDraft {
  return mode === "remove" ? draftPermission({ roleId: "", resources: [] }) : draftWorkspacePermission();
}

/** Returns the error of each required field that is empty, by path, such as `permissions.0.roleId`. */
export function checkChange({ mode, permissions }: PermissionChange): Record<string, string> {
  const errors = checkRequiredFields(permissions);
  if (permissions.length === 0) errors["permissions"] = texts.required.permission;
  for (const [index, { resources }] of permissions.entries()) {
    const isMissing = mode !== "remove" && resources.length === 0;
    if (isMissing) errors[`permissions.${index}.resources`] = texts.required.resource;
  }
  return errors;
}
