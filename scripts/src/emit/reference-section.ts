import type { Model, Operation } from "../model/model.ts";
import { ENVELOPE_MEMBER } from "../model/conventions.ts";
import { isObject, type Json } from "../spec/json.ts";
import type { Failure, Shown } from "./reference-document.ts";
import { exampleInput } from "./reference-example.ts";
import { inputList, memberList } from "./reference-members.ts";
import { clientSample, mockSample, otherNames, reactSample, typicalFailure } from "./reference-samples.ts";
import { code, jsonBlock, markdown, paragraphs } from "./reference-text.ts";
import { typeText } from "../diff/type-text.ts";

/** Where a section can point to. */
export interface Links {
  /** The section of an operation. */
  to(id: string): string;
  /** The description of a failure that several operations have; nothing for one that belongs in the section itself. */
  toFailure(failure: Failure): string | undefined;
}

/** All that people need to know of one operation. */
export function section(model: Model, operation: Operation, shown: Shown, links: Links): string {
  const { id, method, path, doc, inputs } = operation;
  const input = exampleInput(model, operation, shown);
  const { summary = "", description = "", deprecated } = doc;
  return joined([
    `## ${code(id)}`,
    [code(`${method} ${path}`), markdown(summary)].filter((part) => part !== "").join(": "),
    deprecated ? "**Deprecated.**" : "",
    paragraphs(description),
    facts(operation, links),
    inputs.length === 0 ? "**Input**: none." : `**Input**\n\n${inputList(model.document, inputs)}`,
    output(model, operation, shown),
    errors(shown.failures, links),
    `**Client**\n\n${clientSample(operation, input)}`,
    `**React**\n\n${reactSample(operation, input)}\n\n${otherNames(operation)}`,
    `**Mock**\n\n${mockSample(operation, input, typicalFailure(shown.failures))}`,
  ]);
}

/** A failure with its body, where no operation has it alone. */
export function failureText({ description, example }: Failure): string {
  return joined([paragraphs(description), example === undefined ? "" : (jsonBlock(example) ?? "")]);
}

/** Puts parts below each other; those that are empty are left out. */
export function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("\n\n");
}

function output({ document }: Model, { success }: Operation, shown: Shown): string {
  if (!success.data) return `**Output**: nothing, with status ${success.status}.`;
  const { schema } = success.data;
  const example = shown.success === undefined || success.bare ? shown.success : unwrapped(shown.success);
  const orNothing = success.mayBeEmpty ? ", or nothing" : "";
  return joined([
    `**Output**: ${code(typeText(document, schema))}${orNothing}, with status ${success.status}.`,
    memberList(document, schema),
    example === undefined ? "" : (jsonBlock(example) ?? ""),
  ]);
}

function unwrapped(envelope: Json): Json | undefined {
  return isObject(envelope) ? envelope[ENVELOPE_MEMBER] : undefined;
}

/** What goes wrong: links to what is described once for all, and the rest in full. */
function errors(failures: readonly Failure[], links: Links): string {
  const described = failures.flatMap((failure) => {
    const address = links.toFailure(failure);
    return address === undefined ? [] : [`[${code(failure.status)}](#${address})`];
  });
  const own = failures.filter((failure) => links.toFailure(failure) === undefined);
  return joined([
    `**Errors**: ${described.join(", ") || (own.length > 0 ? "as follows" : "none are described")}`,
    ...own.map((failure) => `${code(failure.status)}: ${failureText(failure)}`),
  ]);
}

function facts({ limit, auditEvents, stale, page, list }: Operation, links: Links): string {
  const reads = stale.map(({ id, shared }) => {
    const same = shared.length === 0 ? "" : ` with the same ${shared.map(code).join(" and ")}`;
    return `[${code(id)}](#${links.to(id)})${same}`;
  });
  return [
    limit
      ? `- Rate limit: ${limit.requests} requests in ${limit.windowSeconds} seconds`
      : "- Rate limit: not published; learnt from the answers",
    auditEvents.length > 0 ? `- Audit events: ${auditEvents.map(code).join(", ")}` : "",
    reads.length > 0 ? `- Makes stale: ${reads.join(", ")}` : "",
    page ? `- Pages of ${code(page.items)}: \`paginate\` goes through all of them` : "",
    list ? `- Takes a list, ${code(list.input)}: \`bulk\` splits a long one` : "",
  ]
    .filter((fact) => fact !== "")
    .join("\n");
}
