import { createIamClient, type IamClient, type Interceptor } from "@segment-iam/client";

/** Creates a real client whose `fetch` is replaced by `respond`. */
export function fakeClient(
  respond: (request: Request, signal: AbortSignal | undefined) => Response | Promise<Response>,
  interceptors: readonly Interceptor[] = [],
): IamClient {
  return createIamClient({
    token: "sgp_test",
    interceptors,
    fetch: async (input, init) => respond(new Request(input, init), init?.signal ?? undefined),
  });
}

/** Creates an error response in the format of the API. */
export function failure(status: number, headers: Record<string, string> = {}, data?: object): Response {
  return Response.json({ errors: [{ type: "RequestError", message: "no", data }] }, { status, headers });
}

/** Creates a success response in the format of the API. */
export function success(data: object = { status: "SUCCESS" }, headers: Record<string, string> = {}): Response {
  return Response.json({ data }, { headers });
}
