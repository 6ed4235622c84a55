import { formatCount, formatQuantity } from "../format.ts";

/** The texts of the guards. */
export const texts = {
  type: (text: string) => `Type ${text} to confirm`,
  owner: {
    lastTitle: "Nobody will be able to manage this workspace",
    last: (names: string) => `This takes the owner role from ${names}. No other user is a Workspace Owner.`,
    unknownTitle: "Other owners are unknown",
    unknown: (names: string) =>
      `This takes the owner role from ${names}. Not all users are loaded. If there is no other owner, nobody will be able to manage this workspace.`,
    unknownUsers:
      "Not all users are loaded. If this takes the owner role from the last owner, nobody will be able to manage this workspace.",
    checking: (loaded: number, total: number | undefined) =>
      `Looking for other owners in ${formatCount(loaded)}${total === undefined ? "" : ` of ${formatCount(total)}`} users…`,
    remaining: (names: string, count: number) =>
      `This takes the owner role from ${names}. ${formatQuantity(count, ["other owner remains", "other owners remain"])}.`,
    more: (count: number) => `${formatCount(count)} more`,
  },
  self: {
    removed: "This is your account. You lose access to this workspace.",
    demoted: "This is your account. You will not be able to manage this workspace.",
    mark: "This is me",
    marked: "You",
    unmark: "This is not me",
  },
};
