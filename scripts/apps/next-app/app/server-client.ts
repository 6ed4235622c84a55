import "server-only";
import { createIamClient, type IamClient } from "@segment-iam/client";

/** A client with the token, for one request. Its scope is the browser's, so that both mean the same cache entries. */
export function createServerClient(): IamClient {
  return createIamClient({
    token: process.env["SEGMENT_TOKEN"] ?? "",
    baseUrl: process.env["SEGMENT_URL"],
    scope: "workspace",
  });
}
