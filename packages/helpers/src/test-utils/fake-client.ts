import { createIamClient, type IamClient, type Interceptor } from "@segment-iam/client";

/** A real client whose requests are answered here. */
export function fakeClient(
  answer: (request: Request, signal: AbortSignal | undefined) => Response | Promise<Response>,
  interceptors: readonly Interceptor[] = [],
): IamClient {
  return createIamClient({
    token: "sgp_test",
    interceptors,
    fetch: async (input, init) => answer(new Request(input, init), init?.signal ?? undefined),
  });
}

/** The API's answer to a failure. */
export function failure(status: number, headers: Record<string, string> = {}, data?: object): Response {
  return Response.json({ errors: [{ type: "RequestError", message: "no", data }] }, { status, headers });
}

/** The API's answer to a success. */
export function success(data: object = { status: "SUCCESS" }, headers: Record<string, string> = {}): Response {
  return Response.json({ data }, { headers });
}
