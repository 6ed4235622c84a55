import type { CallOptions, RequestContext, OperationDescriptor } from "@segment-iam/client";

/** A write with the limit of 60 a minute that the spec states. */
export const write: OperationDescriptor = {
  id: "addThing",
  method: "POST",
  path: "/things",
  body: true,
  rateLimit: { requests: 60, windowSeconds: 60 },
};

/** A read whose limit nobody states. */
export const read: OperationDescriptor = { id: "getThing", method: "GET", path: "/things" };

/** A write that may be repeated, whose limit nobody states. */
export const remove: OperationDescriptor = { id: "deleteThing", method: "DELETE", path: "/things" };

/** An exchange as the client makes it. */
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
