import { formatCount } from "../format.ts";

/** The texts of permissions and their editor. */
export const texts = {
  noResource: "No resources",
  copyRoleId: "Copy role ID",
  copyResourceId: (label: string) => `Copy ID of ${label.toLowerCase()}`,
  copied: "Copied",

  editor: {
    permission: (number: number) => `Permission ${number}`,
    removePermission: (number: number) => `Remove permission ${number}`,
    addPermission: "Add permission",
    resources: "Resources",
    resourceType: (number: number) => `Resource ${number}: type`,
    resourceId: (number: number) => `Resource ${number}: ID`,
    removeResource: (number: number) => `Remove resource ${number}`,
    addResource: "Add resource",
    id: "ID",
  },

  role: {
    label: "Role",
    placeholder: "Select a role or paste an ID",
    idOption: (roleId: string) => `Use role ID “${roleId}”`,
    noMatch: "No matching role",
    unknownId: "Unknown role ID. No loaded user has this role.",
  },

  required: {
    role: "Select a role",
    resourceId: "Enter the resource’s ID",
    workspaceId: "Enter the workspace’s ID. It is not known yet.",
  },

  diff: {
    title: "Changes",
    added: "Added",
    removed: "Removed",
    kept: (count: number) => `${formatCount(count)} unchanged`,
  },
};
