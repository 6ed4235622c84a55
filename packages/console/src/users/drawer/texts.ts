/** The texts of the drawer that shows a user. */
export const texts = {
  loading: "User",
  loadFailed: "Could not load user",
  copyUserId: "Copy user ID",
  gone: {
    title: "User not found",
    description: "This user no longer exists.",
    back: "Back to users",
  },

  permissions: {
    title: "Permissions",
    add: "Add",
    edit: "Edit",
    none: "No direct permissions. Groups can grant permissions.",
  },

  form: {
    addTitle: "Add permissions",
    addDescription: "Adds to the current permissions.",
    replaceTitle: "Edit permissions",
    replaceDescription: "Saving replaces all current permissions. Anything you remove here is revoked.",
    removesLabels: "Saving removes the labels on permissions. Segment accepts labels on resources only.",
    changes: "Changes",
    save: "Save",
    failed: "Could not save permissions",
    nothingToAdd: "Nothing to save. Add a permission.",
    alreadyGranted: (name: string) => `Nothing to save. ${name} already has these permissions.`,
    unchanged: "Nothing to save. You have not changed any permission.",
    saved: (name: string) => `Permissions of ${name} saved`,
    undo: "Undo",
    restored: (name: string) => `Permissions of ${name} restored`,
    restoreFailed: (name: string) => `Could not restore the permissions of ${name}`,
  },

  confirm: {
    title: (name: string) => `Revoke permissions of ${name}?`,
    action: "Save and revoke",
    description: (name: string) => `${name} loses the removed permissions immediately.`,
    noneLeft: (name: string) => `${name} will have no direct permissions.`,
  },

  groups: {
    title: "Groups",
    loadFailed: "Could not load groups",
    none: "No groups",
    loadMore: "Load more",
  },

  remove: {
    section: "Remove from workspace",
    description: "Revokes all permissions and group memberships in this workspace.",
    button: "Remove user",
    title: (name: string) => `Remove ${name}?`,
    warning: "They lose access immediately. To restore it, invite them again.",
    action: "Remove",
    removed: (name: string) => `${name} was removed`,
    alreadyRemoved: (name: string) => `${name} was already removed`,
    inviteAgain: "Invite again",
    invited: (email: string) => `${email} was invited with the same permissions`,
    inviteFailed: (email: string) => `Could not invite ${email}`,
  },
};
