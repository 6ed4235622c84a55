import { openApiOperationOf } from "../../emit/reference-examples.ts";
import type { Model, Operation } from "../../model/model.ts";
import type { OpenApiMediaType, OpenApiOperation } from "../../spec/openapi.ts";
import { follow } from "../../spec/references.ts";

type Resolved<T> = Exclude<T, { $ref: string }>;

/** A response in the document, after its references were followed. */
export type Response = Resolved<NonNullable<OpenApiOperation["responses"]>[string]>;

/** Media types with their schemas. */
export type Content = Record<string, OpenApiMediaType>;

/** Returns the responses of an operation by status. */
export function responsesOf({ document }: Model, operation: Operation): Map<string, Response> {
  const { responses = {} } = openApiOperationOf(document, operation);
  const statuses = Object.keys(responses).filter((status) => /^(?:\d(?:\d\d|XX)|default)$/i.test(status));
  return new Map(
    statuses.map((status) => [
      status.replace(/xx$/i, "XX"),
      follow<Response>(document, responses[status] ?? {}, []).value,
    ]),
  );
}

/** Returns the media types of the request body of an operation, unless the client sends no body. */
export function requestContentOf({ document }: Model, operation: Operation): Content {
  const { requestBody } = openApiOperationOf(document, operation);
  return operation.body && requestBody ? follow(document, requestBody, []).value.content : {};
}

/** Returns whether a status is a success. */
export function isSuccess(status: string): boolean {
  return status.startsWith("2");
}
