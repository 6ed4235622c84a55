import type { UserV1 } from "@segment-iam/client";
import { normalizeText } from "../normalize-text.ts";

/** A field to sort by. */
type SortField = "name" | "email" | "roles";

/** The texts of a user to compare. A long list is sorted with each loaded page, so they are created once. */
const sortTexts = new WeakMap<UserV1, Readonly<Record<SortField, string>>>();

/** Returns whether users can be sorted by a field. */
export function isSortField(field: string): field is SortField {
  return field === "name" || field === "email" || field === "roles";
}

/**
 * Sorts users by a field, and by email within the same value. Ignores case and accents. Users without a value are last in both directions.
 *
 * @param sortedBefore the result before users were added. The sort algorithm is fast if most users are in order already.
 */
export function sortUsers(
  users: readonly UserV1[],
  field: SortField,
  isDescending: boolean,
  sortedBefore: readonly UserV1[],
): readonly UserV1[] {
  const added = new Set(users);
  const known = sortedBefore.filter((user) => added.delete(user));
  const direction = isDescending ? -1 : 1;
  return [...known, ...added].toSorted((userA, userB) => {
    const [a, b] = [sortTextsOf(userA), sortTextsOf(userB)];
    if (!a[field] || !b[field]) return Number(!a[field]) - Number(!b[field]) || compare(a.email, b.email);
    return direction * compare(a[field], b[field]) || compare(a.email, b.email);
  });
}

function sortTextsOf(user: UserV1): Readonly<Record<SortField, string>> {
  const known = sortTexts.get(user);
  if (known) return known;
  const { name, email, permissions = [] } = user;
  const texts = {
    name: normalizeText(name),
    email: normalizeText(email),
    roles: normalizeText(permissions.map(({ roleName }) => roleName).join(", ")),
  };
  sortTexts.set(user, texts);
  return texts;
}

/** Compares code units, which is faster than `Intl.Collator`. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
