import { resolveNamedSchema } from "../../schema/resolve-schema.ts";
import type { OpenApiDocument, OpenApiSchema, OpenApiSchemaObject } from "../../spec/openapi.ts";
import { toChange, type ApiChange, type Direction, type Finding, type Pair } from "../api-change.ts";
import { SCHEMA_SCOPES, type SchemaScope } from "../rules/rule.ts";
import type { Child } from "./compare-properties.ts";
import { compareReferences } from "./compare-keywords.ts";
import { compareSchemas } from "./compare-schemas.ts";

/** A schema and its counterpart in the other document. */
interface Node extends Pair<OpenApiSchemaObject> {
  subject: string;
  /** The differences. Set on the first visit, like `children`. */
  findings?: Finding[];
  children: { node: Node; only: Direction | undefined }[];
  /** The operations that use the schema in each scope. A scope is absent until it is visited. */
  operations: Map<SchemaScope, Set<string>>;
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
  readonly #all: Node[] = [];
  /** The changes beside the references that were visited. */
  readonly #changes: ApiChange[] = [];

  constructor(documents: Pair<OpenApiDocument>) {
    this.#documents = documents;
  }

  /** Compares two schemas and all schemas that they reference. Records the operation that uses them, if any. */
  visit(pair: Pair<OpenApiSchema>, subject: string, scope: SchemaScope, operation?: string): void {
    const users = operation === undefined ? [] : [operation];
    this.#changes.push(...compareReferences(pair, subject).map((finding) => toChange(finding, scope, users)));
    this.#visit(this.#getNode({ ...pair, subject }), scope, operation);
  }

  #visit(start: Node, scope: SchemaScope, operation?: string): void {
    const visited = new Set<Node>();
    const pending = [start];
    for (let node = pending.pop(); node; node = pending.pop()) {
      if (visited.has(node)) continue;
      visited.add(node);
      const operations = node.operations.get(scope) ?? new Set();
      node.operations.set(scope, operations);
      if (operation !== undefined) operations.add(operation);
      this.#compare(node);
      pending.push(...node.children.filter(({ only }) => isIn(scope, only)).map(({ node }) => node));
    }
  }

  /** Returns whether a pair of schemas was visited. */
  has({ before, after }: Pair<OpenApiSchema>): boolean {
    const [old, current] = [
      resolveNamedSchema(this.#documents.before, before),
      resolveNamedSchema(this.#documents.after, after),
    ];
    return (this.#nodes.get(old.schema)?.get(current.schema)?.operations.size ?? 0) > 0;
  }

  /** Returns all changes, once for each scope in which their schema is used. */
  changes(): ApiChange[] {
    this.#visitOppositeDirections();
    const changes = this.#all.flatMap((node) => {
      const { findings = [], operations } = node;
      const used = SCHEMA_SCOPES.flatMap((scope) => {
        const users = operations.get(scope);
        if (!users) return [];
        return findings.filter(({ only }) => isIn(scope, only)).map((finding) => toChange(finding, scope, users));
      });
      const unused = findings.filter(({ only }) => isOpposite(node, only));
      return [...used, ...unused.map((finding) => toChange(finding, finding.only ?? "output", []))];
    });
    return [...this.#changes, ...changes];
  }

  /**
   * Visits `readOnly` members of schemas that only requests use, and `writeOnly` members of schemas that only responses use.
   *
   * No operation uses these members, but the exported types contain them.
   */
  #visitOppositeDirections(): void {
    // The loop also iterates over nodes added by it.
    for (const node of this.#all) {
      for (const { node: child, only } of node.children) {
        if (only && isOpposite(node, only) && !child.operations.has(only)) this.#visit(child, only);
      }
    }
  }

  #compare(node: Node): void {
    if (node.findings) return;
    const { findings, children } = compareSchemas(this.#documents, node, node.subject);
    const references = children.flatMap((child) =>
      compareReferences(child, child.subject).map((finding) =>
        child.only === undefined ? finding : Object.assign(finding, { only: child.only }),
      ),
    );
    node.findings = [...findings, ...references];
    node.children = children.map((child) => ({ node: this.#getNode(child), only: child.only }));
  }

  #getNode({ before, after, subject }: Child): Node {
    const [old, current] = [
      resolveNamedSchema(this.#documents.before, before),
      resolveNamedSchema(this.#documents.after, after),
    ];
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
      operations: new Map(),
    };
    others.set(current.schema, node);
    this.#all.push(node);
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

/** Returns whether a change in one direction affects a scope. All scopes except `input` contain values of responses. */
function isIn(scope: SchemaScope, only: Direction | undefined): boolean {
  return only === undefined || (only === "input") === (scope === "input");
}

/** Returns whether a node was visited only in the direction opposite to `only`. */
function isOpposite({ operations }: Node, only: Direction | undefined): boolean {
  return only !== undefined && operations.size > 0 && [...operations.keys()].every((scope) => !isIn(scope, only));
}

function hasSchema({ components }: OpenApiDocument, name: string): boolean {
  return Object.hasOwn(components?.schemas ?? {}, name);
}
