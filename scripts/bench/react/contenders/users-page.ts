/** What a page shows of a list of users, whichever library it has them from. */
export interface UsersPage {
  /** The addresses of all users that were fetched; `undefined` until the first page is there. */
  readonly emails: readonly string[] | undefined;
  readonly hasMore: boolean;
  readonly isRemoving: boolean;
  readonly more: () => unknown;
  readonly remove: (userId: string) => unknown;
}

/** The users of one page of the API. */
export interface Answer {
  readonly users: readonly { readonly email: string }[];
  readonly pagination: { readonly next?: string | null };
}

/** How many users a page has. */
export const COUNT = 50;
