import { formatCount, formatQuantity } from "../format.ts";

/** The texts of the guards. */
export const texts = {
  type: (text: string) => `Type ${text} to confirm`,
  owner: {
    lastTitle: "This workspace will have no owner",
    last: (names: string) => `This removes the owner role from ${names}. No one else can manage this workspace.`,
    unknownTitle: "Other owners are unknown",
    unknown: (names: string) =>
      `This removes the owner role from ${names}. Some users could not be loaded, so another owner may exist. Without one, no one can manage this workspace.`,
    unknownUsers:
      "Some users could not be loaded, so another owner may exist. Without one, no one can manage this workspace.",
    checking: (loaded: number, total: number | undefined) =>
      `Looking for other owners in ${formatCount(loaded)}${total === undefined ? "" : ` of ${formatCount(total)}`} users…`,
    remaining: (names: string, count: number) =>
      `This removes the owner role from ${names}. ${formatQuantity(count, ["other owner remains", "other owners remain"])}.`,
    more: (count: number) => `${formatCount(count)} more`,
  },
  self: {
    removed: "This is your account. You will lose access to this workspace.",
    demoted: "This is your account. You will not be able to manage this workspace.",
    mark: "This is me",
    marked: "You",
    unmark: "This is not me",
  },
};
