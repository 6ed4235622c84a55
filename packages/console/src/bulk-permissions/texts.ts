import type { PermissionChange } from "../permissions/apply-permission-change.ts";
import { formatCount, formatQuantity } from "../format.ts";

const userNoun = ["user", "users"] as const;

/** The texts of the form that changes the permissions of several users. */
export const texts = {
  title: (count: number) => `Change permissions of ${formatQuantity(count, userNoun)}`,
  mode: "Change",
  modes: {
    add: { label: "Add permissions", description: "Existing permissions stay." },
    remove: { label: "Remove permissions", description: "All other permissions stay." },
    replace: { label: "Replace all permissions", description: "Removes every permission that is not listed below." },
  } satisfies Record<PermissionChange["mode"], { readonly label: string; readonly description: string }>,
  required: { permission: "Add a permission", resource: "Add a resource" },
  wholeRole: "Leave resources empty to remove the role from all resources.",

  preview: {
    title: "Preview",
    incomplete: "Complete the permissions to see who is affected.",
    nothing: "No selected user is affected.",
    gain: (count: number) => `${formatQuantity(count, userNoun)} ${count === 1 ? "gains" : "gain"} access`,
    lose: (count: number) => `${formatQuantity(count, userNoun)} ${count === 1 ? "loses" : "lose"} access`,
    unchanged: (count: number) => `${formatCount(count)} unchanged`,
    loseAll: (count: number) =>
      `${formatQuantity(count, userNoun)} will have no direct permissions left. Groups can still grant access.`,
    losesAll: "No permissions left",
    labels: "Labels on permissions are removed. Segment accepts labels on resources only.",
    list: "Changes by user",
    added: (role: string, resources: string) => `Adds ${role} on ${resources}`,
    removed: (role: string, resources: string) => `Removes ${role} on ${resources}`,
    more: (count: number) => `and ${formatCount(count)} more`,
  },

  cancel: "Cancel",
  submit: (count: number) => (count === 0 ? "Change permissions" : `Change ${formatQuantity(count, userNoun)}`),
};
