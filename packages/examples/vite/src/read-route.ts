/** Reads the parameters in the path of a page: `/` or `/users/ID`. */
export function readRoute(pathname: string): { readonly userId: string | undefined } {
  const [, userId] = /^\/users\/([^/]+)$/.exec(pathname) ?? [];
  return { userId: userId && decodeURIComponent(userId) };
}
