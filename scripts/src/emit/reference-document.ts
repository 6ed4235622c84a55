import { jsonContent } from "../model/building.ts";
import type { Input, Model, Operation } from "../model/model.ts";
import { isObject, type Json, type JsonObject } from "../spec/json.ts";
import type { OpenApiMediaType, OpenApiOperation, OpenApiPathItem, OrReference } from "../spec/openapi.ts";
import { follow } from "../spec/references.ts";

/** An answer that is no success. */
export interface Failure {
  /** Such as `404`, `5XX` or `default`. */
  status: string;
  description: string;
  /** A body, where the document shows one. */
  example: Json | undefined;
  /** The answer as the document describes it: the same for all operations that refer to the same one. */
  response: object;
}

/** What only people need of an operation, and is therefore not in the model. */
export interface Shown {
  failures: Failure[];
  /** The body of a success. */
  success: Json | undefined;
  /** What the document gives as an example of an input, and not of its schema. */
  inputs: Map<Input, Json>;
}

interface Answer {
  description?: string;
  content?: Record<string, OpenApiMediaType>;
}

const STATUS = /^(?:[1-5]\d\d|[1-5]XX|default)$/i;

/** Finds the examples and the failures that the document has for an operation. */
export function shownOf(model: Model, operation: Operation): Shown {
  const pathItem: OpenApiPathItem = model.document.paths[operation.path] ?? {};
  const written = pathItem[operation.method.toLowerCase() as keyof OpenApiPathItem] as OpenApiOperation | undefined;
  if (!written) return { failures: [], success: undefined, inputs: new Map() };
  const answers = Object.entries(written.responses ?? {})
    .filter(([status]) => STATUS.test(status))
    .map(([status, response]): Failure => {
      const { value } = follow<Answer>(model.document, response, []);
      const { description = "", content } = value;
      return { status: status.toUpperCase(), description, example: exampleOf(model, content), response: value };
    });
  return {
    failures: answers.filter(({ status }) => !status.startsWith("2")),
    success: answers.find(({ status }) => Number(status.replace("XX", "00")) === operation.success.status)?.example,
    inputs: inputExamples(model, pathItem, written, operation),
  };
}

function inputExamples(
  model: Model,
  pathItem: OpenApiPathItem,
  written: OpenApiOperation,
  operation: Operation,
): Map<Input, Json> {
  const parameters = [...(pathItem.parameters ?? []), ...(written.parameters ?? [])].map(
    (parameter) => follow(model.document, parameter, []).value,
  );
  const requestBody = written.requestBody && follow(model.document, written.requestBody, []).value;
  const body = exampleOf(model, requestBody?.content);
  const find = (input: Input): Json | undefined => {
    if (input.in === "body") return operation.body?.form === "whole" ? body : member(body, input.name);
    const own = parameters.findLast((parameter) => parameter.name === input.name && parameter.in === input.in);
    return own && firstExample(model, own);
  };
  const found = operation.inputs.map((input) => [input, find(input)] as const);
  return new Map(found.filter((pair): pair is readonly [Input, Json] => pair[1] !== undefined));
}

function exampleOf(model: Model, content: Answer["content"] = {}): Json | undefined {
  const mediaType = jsonContent(content)?.mediaType;
  const media = mediaType === undefined ? undefined : content[mediaType];
  return media && firstExample(model, media);
}

/** The first example of a parameter or of a body, in both of the ways to write one. */
function firstExample({ document }: Model, carrier: object): Json | undefined {
  const { example, examples } = carrier as JsonObject;
  if (example !== undefined) return example;
  const [first] = Object.values(isObject(examples) ? examples : {});
  if (!isObject(first)) return undefined;
  const { value } = follow<JsonObject>(document, first as OrReference<JsonObject>, []);
  return isObject(value) ? value["value"] : undefined;
}

function member(object: Json | undefined, name: string): Json | undefined {
  return isObject(object) && Object.hasOwn(object, name) ? object[name] : undefined;
}
