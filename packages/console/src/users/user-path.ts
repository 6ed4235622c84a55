/** The address of a user in the console. */
export function userPath(userId: string): string {
  return `/users/${encodeURIComponent(userId)}`;
}
