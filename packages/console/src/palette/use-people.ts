import type { UserV1 } from "@segment-iam/client";
import { useListInvitesInfinite } from "@segment-iam/react";
import { IconMail, IconUser } from "@tabler/icons-react";
import { useMemo } from "react";
import { useLocation, useNavigate } from "react-router";
import { fromList } from "../layout/use-close-panel.ts";
import { normalizeText } from "../normalize-text.ts";
import { usePageLoader } from "../table/use-page-loader.ts";
import { useUsers } from "../users/use-users.ts";
import { nameUser, userPath } from "../users/user-columns.tsx";
import { findMatches } from "./find-matches.ts";
import type { PaletteEntry } from "./group-entries.ts";

const MAX_USERS = 8;
const MAX_INVITES = 5;

const noEmails: readonly string[] = [];

/** Caches the text of each user, because a long list is searched at each key press. */
const userTexts = new WeakMap<UserV1, string>();

/** Finds users and invites. A query loads all users and invites first, because the API has no search. */
export function usePeople(query: string) {
  const isSearching = query.trim() !== "";
  const users = useUsers();
  const invites = useListInvitesInfinite();
  const emails = invites.data?.items ?? noEmails;
  const userLoader = usePageLoader(users.query, isSearching);
  const inviteLoader = usePageLoader(invites, isSearching);
  const toUserEntry = useUserEntry();
  const toInviteEntry = useInviteEntry();
  const userMatches = useMemo(() => findMatches(users.users, query, textOfUser, MAX_USERS), [users.users, query]);
  const inviteMatches = useMemo(() => findMatches(emails, query, normalizeText, MAX_INVITES), [emails, query]);
  return {
    users: { ...userMatches, items: userMatches.items.map(toUserEntry) },
    invites: { ...inviteMatches, items: inviteMatches.items.map(toInviteEntry) },
    /** Returns the entry of a user. */
    entryOfUser(userId: string): PaletteEntry | undefined {
      const user = users.users.find(({ id }) => id === userId);
      return user && toUserEntry(user);
    },
    userQuery: users.query,
    userLoader,
    inviteQuery: invites,
    inviteLoader,
    isLoading: isSearching && (users.query.isFetching || invites.isFetching),
    loadedUsers: users.users.length,
    totalUsers: users.total,
  };
}

/** The key of a user's entry. */
export function userKey(userId: string): string {
  return `user ${userId}`;
}

function textOfUser(user: UserV1): string {
  const known = userTexts.get(user);
  if (known !== undefined) return known;
  const text = normalizeText(`${user.name} ${user.email}`);
  userTexts.set(user, text);
  return text;
}

function useUserEntry(): (user: UserV1) => PaletteEntry {
  const navigate = useNavigate();
  const { pathname, search, state } = useLocation();
  return (user) => ({
    key: userKey(user.id),
    label: nameUser(user),
    description: user.email,
    icon: IconUser,
    run() {
      const to = { pathname: userPath(user.id), search };
      if (pathname === "/users") void navigate(to, { state: fromList });
      // Replaces the history entry of the open user, so that closing the drawer returns to the page before it.
      else if (pathname.startsWith("/users/")) void navigate(to, { state, replace: true });
      else void navigate(to.pathname);
    },
  });
}

function useInviteEntry(): (email: string) => PaletteEntry {
  const navigate = useNavigate();
  return (email) => ({
    key: `invite ${email}`,
    label: email,
    icon: IconMail,
    run: () => void navigate({ pathname: "/invites", search: new URLSearchParams({ q: email }).toString() }),
  });
}
