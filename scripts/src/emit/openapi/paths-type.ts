import { METHOD_KEYS, type OpenApiOperation, type OpenApiPathItem } from "../../spec/openapi.ts";
import { operationNameOf } from "../../text/identifier.ts";
import { quote } from "../../text/quote.ts";
import { member, objectOf } from "./member.ts";
import { operationType } from "./operation-type.ts";
import { parametersMember } from "./parameters-type.ts";
import type { Printing } from "./schema-type.ts";
import { NEVER, type TypeText } from "./type-text.ts";

/** The paths, with a reference to each operation. */
export function pathMembers(printing: Printing): string[] {
  return Object.entries(printing.document.paths).map(([path, item]) => member(path, pathType(item, printing)));
}

/** The operations, by the names of their functions. */
export function operationMembers(printing: Printing): string[] {
  return Object.values(printing.document.paths).flatMap((item) =>
    METHOD_KEYS.flatMap((method) => {
      const operation = item[method];
      return operation ? [member(nameOf(operation), operationType(operation, item, printing))] : [];
    }),
  );
}

function pathType(item: OpenApiPathItem, printing: Printing): TypeText {
  const operations = METHOD_KEYS.map((method) => {
    const operation = item[method];
    if (!operation) return member(method, NEVER, { optional: true });
    return member(method, { code: `operations[${quote(nameOf(operation))}]` }, { doc: operation });
  });
  return objectOf([parametersMember(item.parameters ?? [], printing), ...operations]);
}

function nameOf({ operationId = "" }: OpenApiOperation): string {
  return operationNameOf(operationId);
}
