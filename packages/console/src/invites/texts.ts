import { formatCount } from "../format.ts";

/** The texts of the invites page. */
export const texts = {
  title: "Invites",
  noun: "invites",
  description: "People who have not accepted their invite yet",
  empty: { title: "No pending invites", description: "Invite people to give them access to this workspace." },
  import: "Import",
  invitePeople: "Invite people",

  form: {
    emails: "Email addresses",
    emailsDescription: "Type addresses, or paste a list from your mail client or a spreadsheet",
    emailsPlaceholder: "ada@example.com",
    addressError: (email: string, message: string) => `${email}: ${message}`,
    moreErrors: (count: number) => `and ${formatCount(count)} more`,
    noEmails: "Enter an email address",
    invalidEmail: "Enter a full address, such as ada@example.com",
    permissions: "Permissions",
    invite: (people: number) => (people > 1 ? `Invite ${formatCount(people)} people` : "Invite"),
    failed: "Could not send invites",
    revoke: (people: number) => (people > 1 ? "Revoke invites" : "Revoke invite"),
    sent: ([first = "", ...others]: readonly string[]) =>
      others.length === 0 ? `${first} was invited` : `${formatCount(others.length + 1)} people were invited`,
  },

  list: {
    email: "Email",
    action: "Action",
  },

  revokeSelected: "Revoke invites",
  revoke: {
    tooltip: "Revoke invite",
    label: (email: string) => `Revoke invite for ${email}`,
    title: "Revoke invite?",
    action: "Revoke",
    description: (email: string) =>
      `The invite link sent to ${email} stops working. To restore access, invite them again.`,
    done: (email: string) => `Invite for ${email} revoked`,
  },
};
