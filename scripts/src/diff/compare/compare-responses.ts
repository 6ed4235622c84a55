import type { NormalizedProperty } from "../../schema/normalize-schema.ts";
import type { Model, Operation } from "../../model/model.ts";
import type { OpenApiSchema } from "../../spec/openapi.ts";
import { follow } from "../../spec/references.ts";
import type { Finding, Pair } from "../api-change.ts";
import { compareProperties, mergeComparisons, type Comparison } from "../schemas/compare-properties.ts";
import { compareMediaTypes, usedMediaType } from "./compare-media-types.ts";
import { isSuccess, responsesOf, type Content, type Response } from "../../model/openapi-operation.ts";

/** The comparisons of the responses of an operation, by scope. */
export interface ResponseComparison {
  output: Finding[];
  error: Comparison;
  header: Comparison;
}

/** Compares the responses of an operation, except the schemas of its results. */
export function compareResponses(models: Pair<Model>, operations: Pair<Operation>): ResponseComparison {
  const responses = {
    before: responsesOf(models.before, operations.before),
    after: responsesOf(models.after, operations.after),
  };
  const result: ResponseComparison = {
    output: [],
    error: { findings: compareErrorStatuses(responses, operations.after.id), children: [] },
    header: { findings: [], children: [] },
  };
  for (const [status, after] of responses.after) {
    const before = responses.before.get(status);
    if (!before) continue;
    const pair = { before, after };
    const subject = `${operations.after.id}.${status}`;
    const shared = [...compareDocs(pair, subject), ...compareMediaTypes(models, contents(pair), subject)];
    if (isSuccess(status)) result.output.push(...shared);
    else
      result.error = mergeComparisons(
        result.error,
        { findings: shared, children: [] },
        compareBody(models, pair, subject),
      );
    result.header = mergeComparisons(result.header, compareHeaders(models, pair, subject));
  }
  return result;
}

function compareErrorStatuses({ before, after }: Pair<ReadonlyMap<string, Response>>, id: string): Finding[] {
  const removed = [...before.keys()].filter((status) => !isSuccess(status) && !after.has(status));
  const added = [...after.keys()].filter((status) => !isSuccess(status) && !before.has(status));
  return [
    ...removed.map((status): Finding => ({ kind: "response-removed", subject: `${id}.${status}` })),
    ...added.map((status): Finding => ({ kind: "response-added", subject: `${id}.${status}` })),
  ];
}

function compareDocs({ before, after }: Pair<Response>, subject: string): Finding[] {
  return before.description === after.description ? [] : [{ kind: "docs-changed", subject }];
}

/** Compares the body of a response that is not a success. */
function compareBody(models: Pair<Model>, pair: Pair<Response>, subject: string): Comparison {
  const { before, after } = contents(pair);
  const [old, current] = [bodySchema(models.before, before), bodySchema(models.after, after)];
  if (old !== undefined && current !== undefined) {
    return { findings: [], children: [{ before: old, after: current, subject }] };
  }
  if (old === current) return { findings: [], children: [] };
  return { findings: [{ kind: old === undefined ? "body-added" : "body-removed", subject }], children: [] };
}

/** Returns the schema of the media type that the client uses, or of the first. A missing schema accepts any value. */
function bodySchema({ document }: Model, content: Content): OpenApiSchema | undefined {
  const name = usedMediaType(document, content) ?? Object.keys(content)[0];
  return name === undefined ? undefined : (content[name]?.schema ?? true);
}

/** Compares the headers of a response. Their names are case-insensitive (RFC 9110, 5.1). */
function compareHeaders(models: Pair<Model>, { before, after }: Pair<Response>, subject: string): Comparison {
  const headers = { before: headersOf(models.before, before), after: headersOf(models.after, after) };
  const properties = { before: toProperties(headers.before), after: toProperties(headers.after) };
  const comparison = compareProperties(properties, subject);
  const docs = [...headers.after].flatMap(([name, header]): Finding[] => {
    const old = headers.before.get(name);
    if (!old || (old.description ?? "") === (header.description ?? "")) return [];
    return [{ kind: "docs-changed", subject: `${subject}.${name}` }];
  });
  return mergeComparisons(comparison, { findings: docs, children: [] });
}

type Header = Exclude<NonNullable<Response["headers"]>[string], { $ref: string }>;

function headersOf({ document }: Model, { headers = {} }: Response): Map<string, Header> {
  const located = Object.entries(headers).map(([name, header]) => [
    name.toLowerCase(),
    follow(document, header, []).value,
  ]);
  return new Map(located as [string, Header][]);
}

function toProperties(headers: ReadonlyMap<string, Header>): Map<string, NormalizedProperty> {
  return new Map(
    Array.from(headers, ([name, { schema = true, required = false }]) => [name, { schema, required }] as const),
  );
}

function contents({ before, after }: Pair<Response>): Pair<Content> {
  return { before: before.content ?? {}, after: after.content ?? {} };
}
