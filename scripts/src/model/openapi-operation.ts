import type { OpenApiDocument, OpenApiMediaType, OpenApiOperation } from "../spec/openapi.ts";
import { follow } from "../spec/references.ts";
import type { Model, Operation } from "./model.ts";

type Resolved<T> = Exclude<T, { $ref: string }>;

/** A response in the document, after its references were followed. Operations that share a response have the same object. */
export type Response = Resolved<NonNullable<OpenApiOperation["responses"]>[string]>;

/** Media types with their schemas. */
export type Content = Record<string, OpenApiMediaType>;

/** Returns an operation as in the document, with the parameters of its path item. */
export function openApiOperationOf(
  document: OpenApiDocument,
  { path, method }: Pick<Operation, "path" | "method">,
): OpenApiOperation {
  const { parameters = [], ...operations } = document.paths[path] ?? {};
  const operation = (operations as Record<string, OpenApiOperation | undefined>)[method.toLowerCase()];
  return { ...operation, parameters: [...parameters, ...(operation?.parameters ?? [])] };
}

/** Returns the responses of an operation by status, such as `404`, `5XX` or `default`. Ignores other keys. */
export function responsesOf({ document }: Pick<Model, "document">, operation: Operation): Map<string, Response> {
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
