import type { OpenApiDocument, OpenApiSchema, OpenApiSchemaObject } from "../../spec/openapi.ts";
import { toChange, type ApiChange, type Finding, type Pair } from "../api-change.ts";
import type { Child } from "./compare-properties.ts";
import { compareSchemas } from "./compare-schemas.ts";
import { resolve } from "../../schema/resolve-schema.ts";

type Direction = "input" | "output";

/** Two schemas that stand for each other in the two documents. */
interface Node extends Pair<OpenApiSchemaObject> {
  subject: string;
  /** What differs; filled when the node is first visited, like `children`. */
  findings?: Finding[];
  children: Node[];
  /** The operations whose input or output leads here. */
  operations: Record<Direction, Set<string>>;
  isSeen: Record<Direction, boolean>;
}

/**
 * All pairs of schemas that are reached from two documents, each compared once, however many ways lead to it.
 *
 * A named schema that leads back to itself is a circle in the graph, which a walk enters once.
 */
export class SchemaGraph {
  /** Types that were met at the same place under a name that is gone and one that is new: the new name by the old. */
  readonly renamed = new Map<string, string>();
  readonly #documents: Pair<OpenApiDocument>;
  readonly #nodes = new Map<object, Map<object, Node>>();

  constructor(documents: Pair<OpenApiDocument>) {
    this.#documents = documents;
  }

  /** Follows everything that two schemas lead to, on behalf of an operation. Without one it is noted that the place was seen. */
  visit(pair: Pair<OpenApiSchema>, subject: string, direction: Direction, operation?: string): void {
    const visited = new Set<Node>();
    const waiting = [this.#nodeFor({ ...pair, subject })];
    for (let node = waiting.pop(); node; node = waiting.pop()) {
      if (visited.has(node)) continue;
      visited.add(node);
      node.isSeen[direction] = true;
      if (operation !== undefined) node.operations[direction].add(operation);
      this.#compare(node);
      waiting.push(...node.children);
    }
  }

  /** Everything that was found so far, once for each direction in which it matters. */
  changes(): ApiChange[] {
    const nodes = Array.from(this.#nodes.values(), (others) => [...others.values()]).flat();
    return nodes.flatMap(({ findings = [], operations, isSeen }) =>
      (["input", "output"] as const)
        .filter((where) => isSeen[where])
        .flatMap((where) => findings.map((finding) => toChange(finding, where, operations[where]))),
    );
  }

  #compare(node: Node): void {
    if (node.findings) return;
    const { findings, children } = compareSchemas(this.#documents, node, node.subject);
    node.findings = findings;
    node.children = children.map((child) => this.#nodeFor(child));
  }

  #nodeFor({ before, after, subject }: Child): Node {
    const [old, current] = [resolve(this.#documents.before, before), resolve(this.#documents.after, after)];
    const others = this.#nodes.get(old.schema) ?? new Map<object, Node>();
    this.#nodes.set(old.schema, others);
    const known = others.get(current.schema);
    if (known) return known;
    const name = this.#nameOf(old.name, current.name);
    if (name !== undefined && old.name !== undefined && old.name !== name) this.renamed.set(old.name, name);
    const node: Node = {
      before: old.schema,
      after: current.schema,
      subject: name ?? subject,
      children: [],
      operations: { input: new Set(), output: new Set() },
      isSeen: { input: false, output: false },
    };
    others.set(current.schema, node);
    return node;
  }

  /** What has a name is spoken of by it, also if it was renamed. What was exchanged for another thing is not. */
  #nameOf(before: string | undefined, after: string | undefined): string | undefined {
    if (before === undefined || after === undefined || before === after) return before && after;
    const isExchanged = hasSchema(this.#documents.before, after) || hasSchema(this.#documents.after, before);
    return isExchanged ? undefined : after;
  }
}

function hasSchema({ components }: OpenApiDocument, name: string): boolean {
  return Object.hasOwn(components?.schemas ?? {}, name);
}
