/** The texts of the invites page. */
export const texts = {
  invitePeople: "Invite people",
};
