/** Returns whether the sender of a request may manage users. Replace it with the session check of your application. */
export async function isAdmin(_request: Request): Promise<boolean> {
  return process.env["ALLOW_EVERYONE"] === "true";
}
