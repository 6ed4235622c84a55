import type { UserV1 } from "@segment-iam/client";
import { normalizeText, splitWords } from "../normalize-text.ts";
import { isSortField, sortUsers } from "./sort-users.ts";

/** The value of the role filter for users without a role. */
export const NO_ROLE = "none";

/** The shortest part of an ID to search for. Shorter words occur in IDs by chance. */
const MIN_ID_LENGTH = 6;

/** The text of a user to search, as returned by `normalizeText`. */
interface SearchTexts {
  readonly texts: string;
  readonly ids: string;
}

/** Caches the search texts, so that a search of a long list does not build them again at each key press. */
const searchTexts = new WeakMap<UserV1, SearchTexts>();

/**
 * Filters users by `q`, `role`, `resource` and `ids` (separated by commas), and sorts them by `sort`. Returns the same array if no parameter applies.
 *
 * @param shownBefore an earlier result, with which sorting is faster. @default none
 */
export function showUsers(
  users: readonly UserV1[],
  params: URLSearchParams,
  shownBefore: readonly UserV1[] = [],
): readonly UserV1[] {
  const words = splitWords(params.get("q") ?? "");
  const role = params.get("role");
  const resource = params.get("resource");
  const idText = params.get("ids");
  const ids = idText ? new Set(idText.split(",")) : undefined;
  const isFiltered = words.length > 0 || role || resource || ids;
  const matching = isFiltered
    ? users.filter(
        (user) =>
          (!ids || ids.has(user.id)) && hasWords(user, words) && hasRole(user, role) && hasResource(user, resource),
      )
    : users;
  const sort = params.get("sort") ?? "";
  const field = sort.replace("-", "");
  return isSortField(field) ? sortUsers(matching, field, sort.startsWith("-"), shownBefore) : matching;
}

/** Creates a version of {@link showUsers} that reuses its last result, so that each loaded page sorts fast. */
export function createShowUsers(): typeof showUsers {
  let shown: readonly UserV1[] = [];
  return (users, params) => {
    shown = showUsers(users, params, shown);
    return shown;
  };
}

/** Returns whether each word occurs in the user's name, email or roles, or in an ID of the user or a resource, ignoring case and accents. */
function hasWords(user: UserV1, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const { texts, ids } = searchTexts.get(user) ?? collectSearchTexts(user);
  return words.every((word) => texts.includes(word) || (word.length >= MIN_ID_LENGTH && ids.includes(word)));
}

function collectSearchTexts(user: UserV1): SearchTexts {
  const { id, name, email, permissions = [] } = user;
  const resourceIds = permissions.flatMap(({ resources }) => resources.map(({ id }) => id));
  const texts = {
    texts: normalizeText([name, email, ...permissions.map(({ roleName }) => roleName)].join("\n")),
    ids: normalizeText([id, ...resourceIds].join("\n")),
  };
  searchTexts.set(user, texts);
  return texts;
}

function hasRole({ permissions = [] }: UserV1, role: string | null): boolean {
  if (!role) return true;
  return role === NO_ROLE ? permissions.length === 0 : permissions.some(({ roleId }) => roleId === role);
}

function hasResource({ permissions = [] }: UserV1, resourceType: string | null): boolean {
  if (!resourceType) return true;
  return permissions.some(({ resources }) => resources.some(({ type }) => type === resourceType));
}
