import type { CallOptions, RequestContext, OperationDescriptor } from "@segment-iam/client";

/** A non-idempotent write. Its limit from the spec is 60 requests a minute. */
export const write: OperationDescriptor = {
  id: "addThing",
  method: "POST",
  path: "/things",
  body: true,
  rateLimit: { requests: 60, windowSeconds: 60 },
};

/** A read without a limit from the spec. */
export const read: OperationDescriptor = { id: "getThing", method: "GET", path: "/things" };

/** An idempotent write without a limit from the spec. */
export const remove: OperationDescriptor = { id: "deleteThing", method: "DELETE", path: "/things" };

/** Creates a request context as the client does. */
export function createContext(operation: OperationDescriptor, options: CallOptions = {}): RequestContext {
  const { path } = operation;
  return {
    url: `https://api.example.com${path}`,
    headers: { accept: "application/json" },
    body: operation.body ? JSON.stringify({ name: "thing" }) : undefined,
    operation,
    signal: options.signal,
    call: { options, attempts: 0 },
  };
}
