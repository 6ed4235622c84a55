import type { Json, JsonObject } from "../../spec/json.ts";
import type { NextText } from "./texts.ts";

/** The structure of a test document, without its texts. */
export interface DocumentShape {
  version: "3.0.3" | "3.1.0";
  operations: OperationShape[];
  schemas: ("object" | "text" | "oneOf" | "recursive" | "allOf" | "freeForm" | "elsewhere")[];
}

/** The structure of an operation. */
interface OperationShape {
  method: "get" | "post" | "put" | "delete";
  inPath: boolean;
  inQuery: 0 | 1 | 2;
  inHeader: boolean;
  body: "none" | "members" | "whole" | "list" | "form" | "file";
  response: "data" | "unwrapped" | "page" | "empty" | "several" | "file";
  deprecated: boolean;
}

/** Creates a document of the given shape. Every text in it comes from `nextText`. */
export function documentOf({ version, operations, schemas }: DocumentShape, nextText: NextText): JsonObject {
  const names = schemas.map(() => nextText("schema"));
  const prose = () => ({ title: nextText("prose"), description: nextText("prose") });
  const reference = (index: number): JsonObject => ({
    $ref: `#/components/schemas/${escape(names[index % names.length] ?? "")}`,
  });
  const components = schemas.map((kind, index): [string, Json] => [names[index] ?? "", schemaOf(kind, index)]);
  const paths = operations.map((shape, index): [string, Json] => pathOf(shape, index));
  return {
    openapi: version,
    info: { ...prose(), version: nextText("prose") },
    servers: [{ url: nextText("value"), description: nextText("prose") }],
    tags: [{ name: nextText("name"), description: nextText("prose") }],
    paths: Object.fromEntries(paths),
    components: { schemas: Object.fromEntries(components) },
    [`x-${nextText("name")}`]: nextText("value"),
  };

  function text(): JsonObject {
    const example = { [nextText("name")]: nextText("value"), discriminator: { propertyName: nextText("name") } };
    return {
      type: "string",
      ...prose(),
      default: nextText("value"),
      example,
      format: nextText("prose"),
      examples: [nextText("value")],
    };
  }

  function schemaOf(kind: DocumentShape["schemas"][number], index: number): Json {
    const [one, other] = [nextText("name"), nextText("name")];
    switch (kind) {
      case "text":
        return { ...text(), enum: [nextText("value"), nextText("value")] };
      case "oneOf":
        return {
          ...prose(),
          oneOf: [object(one), { type: "integer", minimum: 0 }],
          [`x-${nextText("name")}`]: nextText("value"),
        };
      case "recursive":
        return { ...object(one), properties: { [one]: { type: "array", items: reference(index) } } };
      case "allOf":
        return { ...prose(), allOf: [object(one), object(other)] };
      case "elsewhere":
        // References to another place, and a keyword beside a reference.
        return {
          ...object(one),
          properties: {
            [one]: { type: "array", items: text() },
            [other]: { ...elsewhere(index, one), description: nextText("prose"), minItems: 1 },
            more: elsewhere(index, other),
          },
        };
      case "freeForm":
        return { type: "object", ...prose(), additionalProperties: { ...text(), pattern: nextText("pattern") } };
      default:
        return { ...object(one), properties: { [one]: text(), [other]: reference(index + 1) } };
    }
  }

  /** Returns a reference to a property of a schema. */
  function elsewhere(index: number, property: string): JsonObject {
    return { $ref: `${String(reference(index)["$ref"])}/properties/${escape(property)}` };
  }

  function object(name: string): JsonObject {
    return { type: "object", ...prose(), required: [name], properties: { [name]: text() } };
  }

  function pathOf(shape: OperationShape, index: number): [string, Json] {
    const parameter = shape.inPath ? nextText("parameter") : undefined;
    const path = `/${index}${nextText("segment")}${parameter === undefined ? "" : `/{${parameter}}`}`;
    const parameters = [
      ...(parameter === undefined ? [] : [{ name: parameter, in: "path", required: true, schema: { type: "string" } }]),
      ...Array.from({ length: shape.inQuery }, () => ({
        name: nextText("name"),
        in: "query",
        ...prose(),
        schema: reference(index),
      })),
      ...(shape.inHeader ? [{ name: nextText("header"), in: "header", ...prose(), schema: { type: "string" } }] : []),
      ...(shape.inHeader
        ? [{ name: nextText("name"), in: "query", explode: false, schema: { type: "array", items: text() } }]
        : []),
      ...(shape.inHeader ? [firstItemOf(nextText("name"))] : []),
      ...(shape.response === "page" ? [{ name: "pagination", in: "query", schema: pageRequest() }] : []),
    ];
    return [path, { ...prose(), summary: nextText("prose"), [shape.method]: operationOf(shape, parameters, index) }];
  }

  function firstItemOf(name: string): Json {
    const schema = { type: "string" };
    const list = { name, ...prose(), schema: { type: "array", items: schema } };
    return { name: `${name}.0`, in: "query", schema, "x-input": list };
  }

  function operationOf(
    { method, body, response, deprecated }: OperationShape,
    parameters: Json[],
    index: number,
  ): Json {
    const hasBody = body !== "none" && method !== "get";
    const sent: Record<string, Json> = {
      members: object(nextText("name")),
      whole: reference(index),
      list: { type: "array", items: text() },
      none: {},
    };
    const content =
      body === "form"
        ? formContent(nextText("name"))
        : body === "file"
          ? { [`image/${nextText("subtype")}`]: {} }
          : { [`application/${nextText("subtype")}+json`]: { schema: sent[body] ?? {} } };
    return {
      operationId: nextText("id"),
      tags: [nextText("name")],
      summary: nextText("prose"),
      description: nextText("prose"),
      deprecated,
      parameters,
      ...(hasBody && { requestBody: { description: nextText("prose"), required: true, content } }),
      responses: responsesOf(response, index),
      "x-audit-events": [nextText("prose")],
    };
  }

  function formContent(name: string): JsonObject {
    const schema = { type: "object", properties: { [name]: { type: "array", items: text() } } };
    return { "application/x-www-form-urlencoded": { schema, encoding: { [name]: { style: "deepObject" } } } };
  }

  function responsesOf(response: OperationShape["response"], index: number): JsonObject {
    const json = (schema: Json): Json => ({
      description: nextText("prose"),
      headers: { [nextText("name")]: { description: nextText("prose"), schema: text() } },
      content: { [`application/${nextText("subtype")}+json`]: { schema, example: nextText("value") } },
    });
    const enveloped = (schema: Json): Json => json({ type: "object", properties: { data: schema } });
    const items = nextText("name");
    const page = {
      type: "object",
      required: [items],
      properties: { [items]: { type: "array", items: text() }, pagination: {} },
    };
    const responses: Record<OperationShape["response"], JsonObject> = {
      data: { "200": enveloped(reference(index)) },
      unwrapped: { "200": json(object(nextText("name"))) },
      page: { "200": enveloped(page) },
      empty: { "204": { description: nextText("prose") } },
      file: { "200": { description: nextText("prose"), content: { [`image/${nextText("subtype")}`]: {} } } },
      several: {
        "200": json(reference(index)),
        "202": json({ type: "string" }),
        "204": { description: nextText("prose") },
      },
    };
    return responses[response];
  }
}

function pageRequest(): JsonObject {
  return { type: "object", properties: { cursor: { type: "string" }, count: { type: "integer" } } };
}

/** Escapes a name for use in a `$ref`. */
function escape(name: string): string {
  const pointer = name.replaceAll("~", "~0").replaceAll("/", "~1");
  return pointer.isWellFormed() ? encodeURIComponent(pointer) : pointer.replaceAll("%", "%25");
}
