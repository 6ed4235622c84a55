import { createIamClient, type IamClient } from "@segment-iam/client";

/** A request that waits for its answer. */
export interface HeldRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  /** Aborted once nobody waits for the answer. */
  readonly signal: AbortSignal;
  /** Answers with data, and waits until whoever asked has seen it. */
  answer(data: unknown): Promise<void>;
  /** Answers with an error. */
  refuse(status: number): Promise<void>;
}

/** Makes a client whose requests wait until the test answers them, in whichever order. */
export function holdRequests(): { readonly iam: IamClient; readonly held: HeldRequest[] } {
  const held: HeldRequest[] = [];
  const iam = createIamClient({
    token: "test",
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const { pathname, searchParams } = new URL(request.url);
      const body = request.method === "GET" ? undefined : JSON.parse((await request.text()) || "null");
      return new Promise((resolve, reject) => {
        const settle = (status: number, content: object) => {
          resolve(Response.json(content, { status }));
          return settled();
        };
        request.signal.addEventListener("abort", () => reject(request.signal.reason), { once: true });
        held.push({
          method: request.method,
          path: pathname,
          query: searchParams,
          body,
          signal: request.signal,
          answer: (data) => settle(200, { data }),
          refuse: (status) => settle(status, { errors: [{ type: "test", message: "refused" }] }),
        });
      });
    },
  });
  return { iam, held };
}

/** Waits until everything that needs no further answer has happened. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
