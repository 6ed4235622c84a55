import { createIamClient } from "../create-iam-client.ts";
import type { IamClientOptions } from "../client-options.ts";
import type { IamClient } from "../iam-client.ts";
import type { Interceptor, RequestContext } from "../interceptor.ts";
import { json, serve, type TestServer } from "./serve.ts";

export const token: string = "sgp_secret_token";
export const emptyPage: { data: { users: unknown[]; pagination: { current: string } } } = {
  data: { users: [], pagination: { current: "MA==" } },
};
export const failure: { errors: { type: string; message: string }[] } = {
  errors: [{ type: "input-validation", message: "is wrong" }],
};

/** Creates a client for a server that always returns `body`, and records the requests that interceptors see. */
export async function createTestClient(
  status = 200,
  body: unknown = emptyPage,
  options: IamClientOptions = {},
): Promise<{ iam: IamClient; server: TestServer; contexts: RequestContext[] }> {
  const server = await serve((response) => json(response, status, body));
  const contexts: RequestContext[] = [];
  const watch: Interceptor = (next) => (context) => {
    contexts.push(context);
    return next(context);
  };
  const iam = createIamClient({ token, baseUrl: server.url, interceptors: [watch], ...options });
  return { iam, server, contexts };
}
