import type { CallOptions, Exchange, OperationDescriptor } from "@segment-iam/client";

/** A write with the limit of 60 a minute that the spec states. */
export const write: OperationDescriptor = {
  id: "addThing",
  method: "POST",
  path: "/things",
  body: true,
  limit: { requests: 60, windowSeconds: 60 },
};

/** A read whose limit nobody states. */
export const read: OperationDescriptor = { id: "getThing", method: "GET", path: "/things" };

/** An exchange as the client makes it. */
export function exchangeOf(operation: OperationDescriptor, options: CallOptions = {}): Exchange {
  const { method, path } = operation;
  const body = operation.body ? { body: JSON.stringify({ name: "thing" }) } : {};
  const request = new Request(`https://api.example.com${path}`, { method, ...body });
  return { request, operation, signal: options.signal, call: { options, attempts: 0 } };
}
