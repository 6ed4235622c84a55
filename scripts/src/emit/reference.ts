import { resolve } from "../diff/resolve.ts";
import { shapeOf } from "../diff/shape.ts";
import { typeText } from "../diff/type-text.ts";
import { ENVELOPE_MEMBER } from "../model/conventions.ts";
import { valueNamesOf } from "../model/generated-names.ts";
import { membersOf } from "../model/members.ts";
import type { Operation } from "../model/model.ts";
import { proseOf } from "../model/model-context.ts";
import type { Json } from "../spec/json.ts";
import type { OpenApiDocument, OpenApiSchema } from "../spec/openapi.ts";
import { follow } from "../spec/references.ts";
import { literal } from "../text/literal.ts";
import { block, cell, code, joined, jsonBlock, markdown, paragraphs } from "../text/markdown.ts";
import type { Emitter } from "./emitter.ts";
import { exampleIn, exampleInput, memberOf, writtenOperation } from "./reference-examples.ts";

/** All operations for people to read: purpose, limits, input, output, errors and an example. */
export const reference: Emitter = {
  path: "packages/client/REFERENCE.md",
  emit({ document, operations }) {
    const responses = new Map(operations.map((operation) => [operation, responsesOf(document, operation)]));
    const shared = sharedFailures([...responses.values()].flat());
    const anchorOf = createAnchors();
    anchorOf("Operations");
    const sections = new Map(operations.map(({ id }) => [id, anchorOf(id)]));
    anchorOf("Errors");
    const links: Links = {
      operation: (id) => `[${code(id)}](#${sections.get(id)})`,
      failures: new Map(shared.map(({ source, status }) => [source, `[${code(status)}](#${anchorOf(status)})`])),
    };
    const rows = operations.map(({ id, method, path, doc }) =>
      [links.operation(id), code(`${method} ${path}`), markdown(doc.summary ?? "")].map(cell).join(" | "),
    );
    return joined([
      "# Operations",
      "Each operation is a function of `@segment-iam/client`. The names under React are exports of `@segment-iam/react` and `@segment-iam/react/query`.",
      ["operation | request | purpose", "--- | --- | ---", ...rows].map((row) => `| ${row} |`).join("\n"),
      ...operations.map((operation) => section(document, operation, responses.get(operation) ?? [], links)),
      ...(shared.length === 0 ? [] : ["## Errors", "Responses that several operations share."]),
      ...shared.map((failure) =>
        joined([`### ${code(failure.status)}`, paragraphs(failure.description), failure.body]),
      ),
    ]);
  },
};

/** Where a section points to. */
interface Links {
  operation(id: string): string;
  /** Links to the failures that are described once, because several operations share them. */
  failures: ReadonlyMap<object, string>;
}

/** A response as the document describes it. */
interface DocumentedResponse {
  /** Such as `404`, `5XX` or `default`. */
  status: string;
  description: string;
  example: Json | undefined;
  /** The example as a block of JSON. */
  body: string;
  /** The same object for all operations that refer to one response. */
  source: object;
}

function responsesOf(document: OpenApiDocument, operation: Operation): DocumentedResponse[] {
  const responses = Object.entries(writtenOperation(document, operation).responses ?? {});
  return responses
    .filter(([status]) => /^(?:[1-5](?:\d\d|XX)|default)$/i.test(status))
    .map(([status, response]) => {
      const { value: source } = follow(document, response, []);
      const example = exampleIn(document, source.content);
      const { description = "" } = source;
      return { status: status.toUpperCase(), description, example, body: jsonBlock(example), source };
    });
}

function sharedFailures(responses: readonly DocumentedResponse[]): DocumentedResponse[] {
  const bySource = Map.groupBy(responses.filter(isFailure), ({ source }) => source);
  const shared = [...bySource.values()].flatMap(([first, ...others]) => (first && others.length > 0 ? [first] : []));
  return shared.toSorted((a, b) => (a.status < b.status ? -1 : 1));
}

const isFailure = ({ status }: DocumentedResponse): boolean => !status.startsWith("2");

/** Gives each heading of a page the anchor that GitHub gives it: a number tells the later of equal headings apart. */
function createAnchors(): (heading: string) => string {
  const taken = new Set<string>();
  return (heading) => {
    const anchor = heading.toLowerCase().replace(/[^a-z0-9_-]/g, "");
    let free = anchor;
    for (let number = 1; taken.has(free); number += 1) free = `${anchor}-${number}`;
    taken.add(free);
    return free;
  };
}

function section(
  document: OpenApiDocument,
  operation: Operation,
  responses: readonly DocumentedResponse[],
  links: Links,
): string {
  const { id, method, path, doc, inputs } = operation;
  const list = inputs.map(({ name, in: place, required, schema, doc: { description } }) =>
    memberLine(document, name, schema, [required ? "required" : "", `in the ${place}`], description),
  );
  const args = inputs.length === 0 ? {} : exampleInput(document, operation);
  return joined([
    `## ${code(id)}`,
    joined([code(`${method} ${path}`), markdown(doc.summary ?? "")], ": "),
    doc.deprecated ? "**Deprecated.**" : "",
    paragraphs(doc.description ?? ""),
    facts(operation, links),
    list.length === 0 ? "**Input**: none." : `**Input**\n\n${list.join("\n")}`,
    output(document, operation, responses),
    errors(responses.filter(isFailure), links),
    "**Example**",
    block(
      "ts",
      `import { createIamClient, ${id} } from "@segment-iam/client";

const iam = createIamClient({ token: process.env.SEGMENT_TOKEN });
const data = await ${id}(iam${Object.keys(args).length === 0 ? "" : `, ${literal(args)}`});`,
    ),
    `**React**: ${valueNamesOf(operation).slice(1).map(code).join(", ")}`,
  ]);
}

function facts({ limit, auditEvents, stale, page, list }: Operation, links: Links): string {
  const reads = stale.map(({ id, shared }) =>
    joined([links.operation(id), shared.length === 0 ? "" : `with the same ${shared.map(code).join(" and ")}`], " "),
  );
  const requests = limit && `${limit.requests} requests in ${limit.windowSeconds} seconds`;
  return joined(
    [
      `- Rate limit: ${requests ?? "not published; learnt from the responses"}`,
      auditEvents.length > 0 ? `- Audit events: ${auditEvents.map(code).join(", ")}` : "",
      reads.length > 0 ? `- Invalidates: ${reads.join(", ")}` : "",
      page ? `- Pages of ${code(page.items)}: \`paginate\` iterates over all of them` : "",
      list ? `- Takes a list, ${code(list.input)}: \`bulk\` splits a long one` : "",
    ],
    "\n",
  );
}

function output(document: OpenApiDocument, { success }: Operation, responses: readonly DocumentedResponse[]): string {
  if (!success.data) return `**Output**: nothing, with status ${success.status}.`;
  const { schema } = success.data;
  const example = responses.find(({ status }) => Number(status.replace("XX", "00")) === success.status)?.example;
  const members = Array.from(membersOf(document, schema, "read"), ([name, member]) =>
    memberLine(document, name, member.schema, [member.required ? "required" : ""]),
  );
  return joined([
    `**Output**: ${code(typeText(document, schema))}${success.mayBeEmpty ? ", or nothing" : ""}, with status ${success.status}.`,
    members.join("\n"),
    jsonBlock(success.bare ? example : memberOf(example, ENVELOPE_MEMBER)),
  ]);
}

function errors(failures: readonly DocumentedResponse[], links: Links): string {
  const shared = failures.flatMap(({ source }) => links.failures.get(source) ?? []);
  const own = failures.filter(({ source }) => !links.failures.has(source));
  return joined([
    `**Errors**: ${shared.join(", ") || (own.length > 0 ? "as follows" : "none are described")}`,
    ...own.flatMap(({ status, description, body }) => [joined([code(status), paragraphs(description)], ": "), body]),
  ]);
}

/** Describes an input or a member on one line. Bounds have the names of JSON Schema. */
function memberLine(
  document: OpenApiDocument,
  name: string,
  schema: OpenApiSchema,
  facts: readonly string[],
  description?: string,
): string {
  const { bounds, default: byDefault } = shapeOf(document, resolve(document, schema).schema);
  const prose = proseOf({ description }, schema);
  const all = [
    code(typeText(document, schema)),
    ...facts,
    ...Array.from(bounds, ([keyword, value]) => code(`${keyword}: ${JSON.stringify(value)}`)),
    byDefault === undefined ? "" : `default ${code(JSON.stringify(byDefault))}`,
    prose.deprecated ? "deprecated" : "",
  ];
  return joined([`- ${code(name)} (${joined(all, ", ")})`, markdown(prose.description ?? "")], ": ");
}
