import type { PermissionOptions } from "../../permissions/permission-options.ts";
import { inviteFields } from "./guess-columns.ts";
import { texts } from "../texts.ts";

/** Returns the rows of a CSV template: column names and two examples, with a role and the ID of the workspace if they are known. */
export function createTemplate({ roles, workspaceId }: PermissionOptions): string[][] {
  const [role = ""] = roles.values();
  const resource = role && workspaceId ? ["WORKSPACE", workspaceId] : ["", ""];
  return [
    inviteFields.map((field) => texts.field[field]),
    ["ada@example.com", role, ...resource],
    ["grace@example.com", role, ...resource],
  ];
}
