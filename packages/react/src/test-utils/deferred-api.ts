import { createIamClient, type IamClient } from "@segment-iam/client";

/** A request in flight whose response the test sends. */
export interface DeferredRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  /** The signal of the request. */
  readonly signal: AbortSignal;
  /** Responds with data. Resolves when the caller has processed it. */
  respond(data: unknown): Promise<void>;
  /** Responds with an error status. Resolves when the caller has processed it. */
  fail(status: number): Promise<void>;
}

/** Creates a client whose requests wait until the test responds to them, in any order. */
export function createDeferredApi(): { readonly iam: IamClient; readonly requests: DeferredRequest[] } {
  const requests: DeferredRequest[] = [];
  const iam = createIamClient({
    token: "test",
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const { pathname, searchParams } = new URL(request.url);
      const body = request.method === "GET" ? undefined : JSON.parse((await request.text()) || "null");
      return new Promise((resolve, reject) => {
        const send = (status: number, content: object) => {
          resolve(Response.json(content, { status }));
          return flushPromises();
        };
        request.signal.addEventListener("abort", () => reject(request.signal.reason), { once: true });
        requests.push({
          method: request.method,
          path: pathname,
          query: searchParams,
          body,
          signal: request.signal,
          respond: (data) => send(200, { data }),
          fail: (status) => send(status, { errors: [{ type: "test", message: "rejected" }] }),
        });
      });
    },
  });
  return { iam, requests };
}

/** Waits until all promises that do not depend on a response or a timer have settled. */
export function flushPromises(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
