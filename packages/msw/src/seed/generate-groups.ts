import type { MinimalUserGroupV1, UserV1 } from "@segment-iam/types";
import { createId, integerBelow, type Random } from "../random.ts";

/** A user group. */
export interface MockGroup extends MinimalUserGroupV1 {
  /** The IDs of its members. */
  userIds: string[];
}

const GROUP_NAMES = [
  "Data Engineering",
  "Marketing",
  "Analytics",
  "Growth",
  "Mobile",
  "Web Platform",
  "Customer Success",
  "Security",
  "Finance",
  "Product",
  "Support",
  "Contractors",
];

/** Generates groups with random members. A user can be in several groups, or in none. */
export function generateGroups(count: number, random: Random, users: readonly UserV1[]): MockGroup[] {
  return Array.from({ length: count }, (_, index) => {
    const round = Math.floor(index / GROUP_NAMES.length);
    const name = `${GROUP_NAMES[index % GROUP_NAMES.length]}${round === 0 ? "" : ` ${round + 1}`}`;
    return { id: createId(random), name, userIds: pickMembers(random, users) };
  });
}

/** Returns the IDs of about 15% of the users. Draws the distance to the next member, which is faster than a draw for each user. */
function pickMembers(random: Random, users: readonly UserV1[]): string[] {
  const ids: string[] = [];
  for (let index = integerBelow(random, 7); index < users.length; index += 1 + integerBelow(random, 12)) {
    ids.push(users[index]?.id ?? "");
  }
  return ids;
}
