import type { Model } from "../model/model.ts";
import type { Emitter } from "./emitter.ts";
import { createAnchors } from "./reference-anchors.ts";
import { shownOf, type Failure, type Shown } from "./reference-document.ts";
import { failureText, joined, section, type Links } from "./reference-section.ts";
import { cell, code, markdown } from "./reference-text.ts";

/** All operations for people to read. */
export const reference: Emitter = {
  path: "packages/client/REFERENCE.md",
  emit(model) {
    const { operations } = model;
    const shown = operations.map((operation) => shownOf(model, operation));
    const common = commonFailures(shown);
    const anchorOf = createAnchors();
    anchorOf("Operations");
    const sections = new Map(operations.map(({ id }) => [id, anchorOf(id)]));
    anchorOf("Errors");
    const failures = new Map(common.map((failure) => [failure.response, anchorOf(failure.status)]));
    const links: Links = {
      to: (id) => sections.get(id) ?? "",
      toFailure: ({ response }) => failures.get(response),
    };
    return joined([
      "# Operations",
      "Every operation as a function of `@segment-iam/client`, as a hook of `@segment-iam/react` and in the mock of `@segment-iam/msw`.",
      table(model, links),
      ...operations.map((operation, index) => section(model, operation, shown[index] ?? NOTHING, links)),
      ...(common.length === 0 ? [] : ["## Errors", "What several operations answer."]),
      ...common.map((failure) => `### ${code(failure.status)}\n\n${failureText(failure)}`),
    ]);
  },
};

const NOTHING: Shown = { failures: [], success: undefined, inputs: new Map() };

function table({ operations }: Model, links: Links): string {
  const rows = operations.map(({ id, method, path, doc }) => {
    const cells = [`[${code(id)}](#${links.to(id)})`, code(`${method} ${path}`), markdown(doc.summary ?? "")];
    return `| ${cells.map(cell).join(" | ")} |`;
  });
  return ["| operation | request | what it does |", "| --- | --- | --- |", ...rows].join("\n");
}

/** The failures that more than one operation refers to: they are described once. */
function commonFailures(shown: readonly Shown[]): Failure[] {
  const counts = new Map<object, { failure: Failure; count: number }>();
  for (const failure of shown.flatMap(({ failures }) => failures)) {
    const count = (counts.get(failure.response)?.count ?? 0) + 1;
    counts.set(failure.response, { failure, count });
  }
  const common = [...counts.values()].filter(({ count }) => count > 1).map(({ failure }) => failure);
  return common.toSorted((a, b) => (a.status < b.status ? -1 : 1));
}
