/** The texts of forms. */
export const texts = {
  cancel: "Cancel",
  fixFields: "Fix the fields marked in red.",
  discard: {
    title: "Discard changes?",
    description: "Your changes are not saved.",
    keep: "Keep editing",
    discard: "Discard changes",
  },
};
