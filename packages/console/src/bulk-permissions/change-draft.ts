import type { PermissionChange } from "../permissions/apply-permission-change.ts";
import { draftPermission, draftWorkspacePermission, type PermissionDraft } from "../permissions/permission-draft.ts";

/** A permission change in a form. Each mode keeps its own permissions, so that another mode can be compared. */
export interface ChangeDraft {
  readonly mode: PermissionChange["mode"];
  readonly permissions: Readonly<Record<PermissionChange["mode"], readonly PermissionDraft[]>>;
}

/** Creates the draft of a change with one empty permission in each mode. */
export function createChangeDraft(workspaceId: string | undefined): ChangeDraft {
  return {
    mode: "add",
    permissions: {
      add: [draftFor("add", workspaceId)],
      remove: [draftFor("remove", workspaceId)],
      replace: [draftFor("replace", workspaceId)],
    },
  };
}

/** Creates the draft of a permission. To remove a permission, only its role is required. */
export function draftFor(mode: PermissionChange["mode"], workspaceId: string | undefined): PermissionDraft {
  return mode === "remove" ? draftPermission({ roleId: "", resources: [] }) : draftWorkspacePermission(workspaceId);
}
