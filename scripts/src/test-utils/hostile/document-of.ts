import type { Json, JsonObject } from "../../spec/json.ts";
import type { Say } from "./texts.ts";

/** What a document is made of, without its texts. */
export interface Shape {
  version: "3.0.3" | "3.1.0";
  operations: OperationShape[];
  schemas: ("object" | "text" | "either" | "self" | "parts" | "free")[];
}

/** What an operation is made of. */
interface OperationShape {
  method: "get" | "post" | "put" | "delete";
  inPath: boolean;
  inQuery: 0 | 1 | 2;
  inHeader: boolean;
  body: "none" | "members" | "whole" | "list";
  answer: "data" | "bare" | "page" | "nothing" | "several";
  deprecated: boolean;
}

/** Makes a document of a shape. It holds a text that is said wherever a document can hold any. */
export function documentOf({ version, operations, schemas }: Shape, say: Say): JsonObject {
  const names = schemas.map(() => say("schema"));
  const prose = () => ({ title: say("prose"), description: say("prose") });
  const reference = (index: number): JsonObject => ({
    $ref: `#/components/schemas/${escape(names[index % names.length] ?? "")}`,
  });
  const components = schemas.map((kind, index): [string, Json] => [names[index] ?? "", schemaOf(kind, index)]);
  const paths = operations.map((shape, index): [string, Json] => pathOf(shape, index));
  return {
    openapi: version,
    info: { ...prose(), version: say("prose") },
    servers: [{ url: say("value"), description: say("prose") }],
    tags: [{ name: say("name"), description: say("prose") }],
    paths: Object.fromEntries(paths),
    components: { schemas: Object.fromEntries(components) },
    [`x-${say("name")}`]: say("value"),
  };

  function text(): JsonObject {
    const example = { [say("name")]: say("value"), discriminator: { propertyName: say("name") } };
    return {
      type: "string",
      ...prose(),
      default: say("value"),
      example,
      format: say("prose"),
      examples: [say("value")],
    };
  }

  function schemaOf(kind: Shape["schemas"][number], index: number): Json {
    const [one, other] = [say("name"), say("name")];
    switch (kind) {
      case "text":
        return { ...text(), enum: [say("value"), say("value")] };
      case "either":
        return {
          ...prose(),
          oneOf: [object(one), { type: "integer", minimum: 0 }],
          [`x-${say("name")}`]: say("value"),
        };
      case "self":
        return { ...object(one), properties: { [one]: { type: "array", items: reference(index) } } };
      case "parts":
        return { ...prose(), allOf: [object(one), object(other)] };
      case "free":
        return { type: "object", ...prose(), additionalProperties: { ...text(), pattern: say("pattern") } };
      default:
        return { ...object(one), properties: { [one]: text(), [other]: reference(index + 1) } };
    }
  }

  function object(name: string): JsonObject {
    return { type: "object", ...prose(), required: [name], properties: { [name]: text() } };
  }

  function pathOf(shape: OperationShape, index: number): [string, Json] {
    const parameter = shape.inPath ? say("parameter") : undefined;
    const path = `/${index}${say("segment")}${parameter === undefined ? "" : `/{${parameter}}`}`;
    const parameters = [
      ...(parameter === undefined ? [] : [{ name: parameter, in: "path", required: true, schema: { type: "string" } }]),
      ...Array.from({ length: shape.inQuery }, () => ({
        name: say("name"),
        in: "query",
        ...prose(),
        schema: reference(index),
      })),
      ...(shape.inHeader ? [{ name: say("header"), in: "header", ...prose(), schema: { type: "string" } }] : []),
      ...(shape.answer === "page" ? [{ name: "pagination", in: "query", schema: pageRequest() }] : []),
    ];
    return [path, { ...prose(), summary: say("prose"), [shape.method]: operationOf(shape, parameters, index) }];
  }

  function operationOf({ method, body, answer, deprecated }: OperationShape, parameters: Json[], index: number): Json {
    const hasBody = body !== "none" && method !== "get";
    const sent = {
      members: object(say("name")),
      whole: reference(index),
      list: { type: "array", items: text() },
      none: {},
    };
    const content = { [`application/${say("subtype")}+json`]: { schema: sent[body] } };
    return {
      operationId: say("id"),
      tags: [say("name")],
      summary: say("prose"),
      description: say("prose"),
      deprecated,
      parameters,
      ...(hasBody && { requestBody: { description: say("prose"), required: true, content } }),
      responses: responsesOf(answer, index),
      "x-audit-events": [say("prose")],
    };
  }

  function responsesOf(answer: OperationShape["answer"], index: number): JsonObject {
    const json = (schema: Json): Json => ({
      description: say("prose"),
      headers: { [say("name")]: { description: say("prose"), schema: text() } },
      content: { [`application/${say("subtype")}+json`]: { schema, example: say("value") } },
    });
    const enveloped = (schema: Json): Json => json({ type: "object", properties: { data: schema } });
    const items = say("name");
    const page = {
      type: "object",
      required: [items],
      properties: { [items]: { type: "array", items: text() }, pagination: {} },
    };
    const answers: Record<OperationShape["answer"], JsonObject> = {
      data: { "200": enveloped(reference(index)) },
      bare: { "200": json(object(say("name"))) },
      page: { "200": enveloped(page) },
      nothing: { "204": { description: say("prose") } },
      several: { "200": json(reference(index)), "202": json({ type: "string" }), "204": { description: say("prose") } },
    };
    return answers[answer];
  }
}

function pageRequest(): JsonObject {
  return { type: "object", properties: { cursor: { type: "string" }, count: { type: "integer" } } };
}

/** A name in a reference. */
function escape(name: string): string {
  const pointer = name.replaceAll("~", "~0").replaceAll("/", "~1");
  return pointer.isWellFormed() ? encodeURIComponent(pointer) : pointer.replaceAll("%", "%25");
}
