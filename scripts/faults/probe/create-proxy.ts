import { getUser } from "@segment-iam/client";
import { createIamProxy } from "@segment-iam/proxy";

/** Creates a proxy with its default interceptors. */
export function createProxy(baseUrl: string): (request: Request) => Promise<Response> {
  return createIamProxy({
    token: "sgp_secret",
    allow: [getUser],
    authorize: () => true,
    baseUrl,
    onError: console.error,
  });
}
