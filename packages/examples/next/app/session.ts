import "server-only";

/** Returns whether the sender of the current request may manage users. Replace it with the session check of your application. */
export async function isAdmin(): Promise<boolean> {
  return process.env["ALLOW_EVERYONE"] === "true";
}
