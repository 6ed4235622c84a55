/** A workspace with one owner, Ada, and one member, Bo. */
export const workspaceResource = { id: "w1", type: "WORKSPACE" as const };
export const owner = { roleId: "r1", roleName: "Workspace Owner", resources: [workspaceResource] };
export const member = { roleId: "r2", roleName: "Workspace Member", resources: [workspaceResource] };
export const sourceAdmin = {
  roleId: "r3",
  roleName: "Source Admin",
  resources: [{ id: "s1", type: "SOURCE" as const }],
};
export const roles = [owner, member, sourceAdmin].map(({ roleId, roleName }) => ({ id: roleId, name: roleName }));
export const ada = { id: "u1", name: "Ada", email: "ada@example.com", permissions: [owner] };
export const bo = { id: "u2", name: "Bo", email: "bo@example.com", permissions: [member] };
