/** The texts of the users list. */
export const texts = {
  title: "Users",
  noun: "users",
  description: "People with access to this workspace, and their roles",
  empty: { title: "No users yet", description: "Invite people to get started." },
  columns: { name: "Name", email: "Email", roles: "Roles", resources: "Resources" },
  noRoles: "No roles",
  more: (count: number) => `+${count}`,
  filters: {
    role: "Role",
    anyRole: "Any role",
    resource: "Resource",
    anyResource: "Any resource",
  },
  changePermissions: "Change permissions",
  remove: "Remove users",
};
