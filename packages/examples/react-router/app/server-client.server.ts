import { createIamClient, type IamClient } from "@segment-iam/client";
import { data } from "react-router";
import { isAdmin } from "./session.server.ts";

/**
 * Creates a client with the token, for one request.
 *
 * It has the scope of the browser's client, so that both have the same query keys.
 *
 * @throws a response with status 403 if the sender of the request may not manage users.
 */
export async function createServerClient(request: Request): Promise<IamClient> {
  if (!(await isAdmin(request))) throw data("Sign in as an administrator", { status: 403 });
  return createIamClient({
    token: () => process.env["SEGMENT_TOKEN"],
    baseUrl: process.env["SEGMENT_URL"],
    scope: "workspace",
  });
}
