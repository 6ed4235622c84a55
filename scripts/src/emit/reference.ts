import { resolveSchema } from "../schema/resolve-schema.ts";
import { normalizeSchema } from "../schema/normalize-schema.ts";
import { formatType } from "../schema/format-type.ts";
import { ENVELOPE_MEMBER } from "../model/conventions.ts";
import { hookNamesOf, queryNamesOf } from "../names/generated-names.ts";
import { membersOf } from "../schema/members.ts";
import type { Operation } from "../model/model.ts";
import { proseOf } from "../model/model-context.ts";
import { isSuccess, responsesOf } from "../model/openapi-operation.ts";
import type { Json } from "../spec/json.ts";
import type { OpenApiDocument, OpenApiSchema } from "../spec/openapi.ts";
import { codeBlock, escapeCell, codeSpan, joinParts, jsonBlock, markdown, paragraphs } from "../text/markdown.ts";
import type { Emitter } from "./emitter.ts";
import { exampleOfContent, exampleArguments, memberOf } from "./reference-examples.ts";

/** Emits the reference: the purpose, limits, input, output, errors and an example of each operation. */
export const reference: Emitter = {
  path: "packages/client/REFERENCE.md",
  emit({ document, operations }) {
    const responses = new Map(operations.map((operation) => [operation, documentResponses(document, operation)]));
    const shared = sharedFailures([...responses.values()].flat());
    const anchorOf = createAnchors();
    anchorOf("Operations");
    const sections = new Map(operations.map(({ id }) => [id, anchorOf(id)]));
    anchorOf("Errors");
    const links: Links = {
      operation: (id) => `[${codeSpan(id)}](#${sections.get(id)})`,
      failures: new Map(shared.map(({ source, status }) => [source, `[${codeSpan(status)}](#${anchorOf(status)})`])),
    };
    const rows = operations.map(({ id, method, path, doc }) =>
      [links.operation(id), codeSpan(`${method} ${path}`), markdown(doc.summary ?? "")].map(escapeCell).join(" | "),
    );
    return joinParts([
      "# Operations",
      "Each operation is a function of `@segment-iam/client`. Hooks are exports of `@segment-iam/react`, and query functions of `@segment-iam/react/query`.",
      ["Operation | Request | Purpose", "--- | --- | ---", ...rows].map((row) => `| ${row} |`).join("\n"),
      ...operations.map((operation) => section(document, operation, responses.get(operation) ?? [], links)),
      ...(shared.length === 0 ? [] : ["## Errors", "Error responses shared by several operations."]),
      ...shared.map((failure) =>
        joinParts([`### ${codeSpan(failure.status)}`, paragraphs(failure.description), failure.body]),
      ),
    ]);
  },
};

/** The links within the page. */
interface Links {
  operation(id: string): string;
  /** Links to the error responses shared by several operations. */
  failures: ReadonlyMap<object, string>;
}

/** A response in the document. */
interface DocumentedResponse {
  /** The status, such as `404`, `5XX` or `default`. */
  status: string;
  description: string;
  example: Json | undefined;
  /** The example as a JSON code block. */
  body: string;
  /** The response object in the document. Operations that share a response have the same object. */
  source: object;
}

function documentResponses(document: OpenApiDocument, operation: Operation): DocumentedResponse[] {
  return Array.from(responsesOf({ document }, operation), ([status, source]) => {
    const example = exampleOfContent(document, source.content);
    return { status, description: source.description ?? "", example, body: jsonBlock(example), source };
  });
}

function sharedFailures(responses: readonly DocumentedResponse[]): DocumentedResponse[] {
  const bySource = Map.groupBy(responses.filter(isFailure), ({ source }) => source);
  const shared = [...bySource.values()].flatMap(([first, ...others]) => (first && others.length > 0 ? [first] : []));
  return shared.toSorted((a, b) => (a.status < b.status ? -1 : 1));
}

const isFailure = ({ status }: DocumentedResponse): boolean => !isSuccess(status);

/** Returns a function that computes GitHub's anchor for each heading. Repeated headings get a numeric suffix. */
function createAnchors(): (heading: string) => string {
  const used = new Set<string>();
  return (heading) => {
    const anchor = heading.toLowerCase().replace(/[^a-z0-9_-]/g, "");
    let unique = anchor;
    for (let number = 1; used.has(unique); number += 1) unique = `${anchor}-${number}`;
    used.add(unique);
    return unique;
  };
}

function section(
  document: OpenApiDocument,
  operation: Operation,
  responses: readonly DocumentedResponse[],
  links: Links,
): string {
  const { id, method, path, doc, inputs } = operation;
  const inputLines = inputs.map(({ name, wireName, in: location, required, schema, doc: { description } }) => {
    const place = `in the ${location}${wireName === undefined ? "" : ` as ${codeSpan(wireName)}`}`;
    return memberLine(document, name, schema, [required ? "required" : "", place], description);
  });
  const args = inputs.length === 0 ? "" : exampleArguments(document, operation);
  return joinParts([
    `## ${codeSpan(id)}`,
    joinParts([codeSpan(`${method} ${path}`), markdown(doc.summary ?? "")], ": "),
    doc.deprecated ? "**Deprecated.**" : "",
    paragraphs(doc.description ?? ""),
    facts(operation, links),
    inputLines.length === 0 ? "**Input**: none." : `**Input**\n\n${inputLines.join("\n")}`,
    output(document, operation, responses),
    errors(responses.filter(isFailure), links),
    "**Example**",
    codeBlock(
      "ts",
      `import { createIamClient, ${id} } from "@segment-iam/client";

const iam = createIamClient({ token: process.env.SEGMENT_TOKEN });
const data = await ${id}(iam${args && `, ${args}`});`,
    ),
    `**Hooks**: ${hookNamesOf(operation).map(codeSpan).join(", ")}`,
    `**Query functions**: ${queryNamesOf(operation).map(codeSpan).join(", ")}`,
  ]);
}

function facts({ rateLimit, auditEvents, invalidates, paging, bulk }: Operation, links: Links): string {
  const reads = invalidates.map(({ id, sharedParameters }) => {
    const names = Object.entries(sharedParameters).map(([name, other]) =>
      name === other ? codeSpan(name) : `${codeSpan(name)} (here ${codeSpan(other)})`,
    );
    return joinParts([links.operation(id), names.length === 0 ? "" : `with the same ${names.join(" and ")}`], " ");
  });
  const requests = rateLimit && `${rateLimit.requests} requests per ${rateLimit.windowSeconds} seconds`;
  return joinParts(
    [
      `- Rate limit: ${requests ?? "not published; `rateLimit` learns it from the response headers"}`,
      auditEvents.length > 0 ? `- Audit events: ${auditEvents.map(codeSpan).join(", ")}` : "",
      reads.length > 0 ? `- Invalidates: ${reads.join(", ")}` : "",
      paging ? `- Pagination: \`paginate\` iterates over all ${codeSpan(paging.itemsField)}` : "",
      bulk ? `- Bulk: \`bulk\` splits ${codeSpan(bulk.field)} into several requests` : "",
    ],
    "\n",
  );
}

function output(document: OpenApiDocument, { success }: Operation, responses: readonly DocumentedResponse[]): string {
  if (!success.data) return `**Output**: no data, with status ${success.status}.`;
  const { schema } = success.data;
  const example = responses.find(({ status }) => Number(status.replace("XX", "00")) === success.status)?.example;
  const members = Array.from(membersOf(document, schema, "read"), ([name, member]) =>
    memberLine(document, name, member.schema, [member.required ? "required" : ""]),
  );
  return joinParts([
    `**Output**: ${codeSpan(formatType(document, schema))}${success.mayBeEmpty ? ", or no data" : ""}, with status ${success.status}.`,
    members.join("\n"),
    jsonBlock(success.unwrapped ? example : memberOf(example, ENVELOPE_MEMBER)),
  ]);
}

function errors(failures: readonly DocumentedResponse[], links: Links): string {
  const shared = failures.flatMap(({ source }) => links.failures.get(source) ?? []);
  const own = failures.filter(({ source }) => !links.failures.has(source));
  return joinParts([
    `**Errors**: ${shared.join(", ") || (own.length > 0 ? "see below" : "none documented")}`,
    ...own.flatMap(({ status, description, body }) => [
      joinParts([codeSpan(status), paragraphs(description)], ": "),
      body,
    ]),
  ]);
}

/** Describes an input or a member on one line. Bounds use the keywords of JSON Schema. */
function memberLine(
  document: OpenApiDocument,
  name: string,
  schema: OpenApiSchema,
  facts: readonly string[],
  description?: string,
): string {
  const { constraints, default: inherited } = normalizeSchema(document, resolveSchema(document, schema));
  const { default: defaultValue = inherited } = typeof schema === "object" ? schema : {};
  const prose = proseOf({ description }, schema);
  const details = [
    codeSpan(formatType(document, schema)),
    ...facts,
    ...Array.from(constraints, ([keyword, value]) => codeSpan(`${keyword}: ${JSON.stringify(value)}`)),
    defaultValue === undefined ? "" : `default ${codeSpan(JSON.stringify(defaultValue))}`,
    prose.deprecated ? "deprecated" : "",
  ];
  return joinParts([`- ${codeSpan(name)} (${joinParts(details, ", ")})`, markdown(prose.description ?? "")], ": ");
}
