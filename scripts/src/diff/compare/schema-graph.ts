import { resolveSchema } from "../../schema/resolve-schema.ts";
import type { OpenApiDocument, OpenApiSchema, OpenApiSchemaObject } from "../../spec/openapi.ts";
import { toChange, type ApiChange, type Finding, type Pair } from "../api-change.ts";
import type { Child } from "./compare-properties.ts";
import { compareSchemas } from "./compare-schemas.ts";

type Direction = "input" | "output";

/** A schema and its counterpart in the other document. */
interface Node extends Pair<OpenApiSchemaObject> {
  subject: string;
  /** The differences. Set on the first visit, like `children`. */
  findings?: Finding[];
  children: Node[];
  /** The operations that use the schema in their input or output. */
  operations: Record<Direction, Set<string>>;
  isVisited: Record<Direction, boolean>;
}

/**
 * The graph of the paired schemas of two documents. Compares each pair once, however many operations reach it.
 *
 * A recursive schema is a cycle in the graph. A traversal visits each node once.
 */
export class SchemaGraph {
  /** The schemas that were renamed at the same position: the new name by the old name. */
  readonly renamed = new Map<string, string>();
  readonly #documents: Pair<OpenApiDocument>;
  readonly #nodes = new Map<object, Map<object, Node>>();

  constructor(documents: Pair<OpenApiDocument>) {
    this.#documents = documents;
  }

  /** Compares two schemas and all schemas that they reference. Records the operation that uses them, if any. */
  visit(pair: Pair<OpenApiSchema>, subject: string, direction: Direction, operation?: string): void {
    const visited = new Set<Node>();
    const pending = [this.#getNode({ ...pair, subject })];
    for (let node = pending.pop(); node; node = pending.pop()) {
      if (visited.has(node)) continue;
      visited.add(node);
      node.isVisited[direction] = true;
      if (operation !== undefined) node.operations[direction].add(operation);
      this.#compare(node);
      pending.push(...node.children);
    }
  }

  /** Returns all changes, once for the input and once for the output if their schema is used in both. */
  changes(): ApiChange[] {
    const nodes = Array.from(this.#nodes.values(), (others) => [...others.values()]).flat();
    return nodes.flatMap(({ findings = [], operations, isVisited }) =>
      (["input", "output"] as const)
        .filter((scope) => isVisited[scope])
        .flatMap((scope) => findings.map((finding) => toChange(finding, scope, operations[scope]))),
    );
  }

  #compare(node: Node): void {
    if (node.findings) return;
    const { findings, children } = compareSchemas(this.#documents, node, node.subject);
    node.findings = findings;
    node.children = children.map((child) => this.#getNode(child));
  }

  #getNode({ before, after, subject }: Child): Node {
    const [old, current] = [resolveSchema(this.#documents.before, before), resolveSchema(this.#documents.after, after)];
    const others = this.#nodes.get(old.schema) ?? new Map<object, Node>();
    this.#nodes.set(old.schema, others);
    const known = others.get(current.schema);
    if (known) return known;
    const name = this.#commonName(old.name, current.name);
    if (name !== undefined && old.name !== undefined && old.name !== name) this.renamed.set(old.name, name);
    const node: Node = {
      before: old.schema,
      after: current.schema,
      subject: name ?? subject,
      children: [],
      operations: { input: new Set(), output: new Set() },
      isVisited: { input: false, output: false },
    };
    others.set(current.schema, node);
    return node;
  }

  /**
   * Returns the name of a pair of schemas, or the new name after a rename.
   *
   * Returns `undefined` if a reference now points to another schema that both documents have.
   */
  #commonName(before: string | undefined, after: string | undefined): string | undefined {
    if (before === undefined || after === undefined || before === after) return before && after;
    const isReplaced = hasSchema(this.#documents.before, after) || hasSchema(this.#documents.after, before);
    return isReplaced ? undefined : after;
  }
}

function hasSchema({ components }: OpenApiDocument, name: string): boolean {
  return Object.hasOwn(components?.schemas ?? {}, name);
}
