/** The data and actions of the page, which each library provides. */
export interface UsersPage {
  /** The email addresses of all fetched users. `undefined` until the first page has loaded. */
  readonly emails: readonly string[] | undefined;
  readonly hasMore: boolean;
  readonly isDeleting: boolean;
  readonly loadMore: () => unknown;
  readonly remove: (userId: string) => unknown;
}

/** The `data` of one page of users. */
export interface UsersData {
  readonly users: readonly { readonly email: string }[];
  readonly pagination: { readonly next?: string | null };
}

/** The number of users per page. */
export const PAGE_SIZE = 50;
