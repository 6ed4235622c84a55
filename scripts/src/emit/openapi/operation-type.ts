import { follow } from "../../spec/references.ts";
import type { OpenApiOperation, OpenApiPathItem, OpenApiRequestBody } from "../../spec/openapi.ts";
import { contentType } from "./content-type.ts";
import { member, objectOf } from "./member.ts";
import { parametersMember } from "./parameters-type.ts";
import { responseType } from "./response-type.ts";
import { referenceType, type Printing } from "./schema-type.ts";
import { NEVER, type TypeText } from "./type-text.ts";

/** What an operation takes and answers. */
export function operationType(operation: OpenApiOperation, path: OpenApiPathItem, printing: Printing): TypeText {
  return objectOf([
    parametersMember([...(path.parameters ?? []), ...(operation.parameters ?? [])], printing),
    requestBodyMember(operation, printing),
    responsesMember(operation, printing),
  ]);
}

function requestBodyMember({ requestBody }: OpenApiOperation, printing: Printing): string {
  if (requestBody === undefined) return member("requestBody", NEVER, { optional: true });
  const { required } = follow<OpenApiRequestBody>(printing.document, requestBody, []).value;
  const type = "$ref" in requestBody ? referenceType(requestBody.$ref) : requestBodyType(requestBody, printing);
  return member("requestBody", type, { optional: !required, doc: requestBody });
}

/** The contents of a body. */
export function requestBodyType({ content }: OpenApiRequestBody, printing: Printing): TypeText {
  const type = contentType(content, printing);
  return objectOf([member("content", type ?? objectOf([member("*/*", NEVER, { optional: true })]))]);
}

function responsesMember({ responses = {} }: OpenApiOperation, printing: Printing): string {
  const members = Object.entries(responses).map(([status, response]) => {
    const type = "$ref" in response ? referenceType(response.$ref) : responseType(response, printing);
    return member(status, type, { doc: response });
  });
  return member("responses", members.length > 0 ? objectOf(members) : NEVER);
}
