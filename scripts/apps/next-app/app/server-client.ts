import "server-only";
import { createIamClient, type IamClient } from "@segment-iam/client";

/** Creates a client with the token, for one request. It has the scope of the browser's client, so that both have the same query keys. */
export function createServerClient(): IamClient {
  return createIamClient({
    token: process.env["SEGMENT_TOKEN"] ?? "",
    baseUrl: process.env["SEGMENT_URL"],
    scope: "workspace",
  });
}
