/** The texts of the users page. */
export const texts = {
  changePermissions: "Change permissions",
  remove: "Remove",
};
