import "server-only";
import { createIamClient, type IamClient } from "@segment-iam/client";
import { connection } from "next/server";
import { isAdmin } from "./session.ts";

/**
 * Creates a client with the token, for one request.
 *
 * It has the scope of the browser's client, so that both have the same query keys.
 *
 * @throws if the sender of the request may not manage users.
 */
export async function createServerClient(): Promise<IamClient> {
  // Pages that use the client are rendered for each request, and not by `next build`.
  await connection();
  if (!(await isAdmin())) throw new Error("Sign in as an administrator");
  return createIamClient({
    token: () => process.env["SEGMENT_TOKEN"],
    baseUrl: process.env["SEGMENT_URL"],
    scope: "workspace",
  });
}
