import type { Input, Operation } from "../../model/model.ts";
import { selectContent } from "../../model/select-content.ts";
import { isObject, objectOrEmpty, type Json, type JsonObject, type Path } from "../../spec/json.ts";
import type { OpenApiDocument } from "../../spec/openapi.ts";
import { follow, valueAt } from "../../spec/references.ts";
import type { ApiChange, Pair } from "../api-change.ts";
import type { Content } from "../../model/openapi-operation.ts";
import { changedKeys, changedParts, type ChangedPart } from "./changed-parts.ts";

/** Keys of an operation that other comparisons read, whatever their value. */
const COVERED_OPERATION_KEYS = "summary description deprecated tags parameters requestBody responses security".split(
  " ",
);

/** Keys of an operation that are covered if they have an effect, with the kinds of changes that they cause. */
const EFFECTS: Record<string, string> = {
  operationId: "operation-renamed",
  "x-name": "operation-renamed",
  "x-page": "pagination-",
  "x-rate-limit": "rate-limit-",
  "x-idempotent": "idempotency-",
  "x-invalidates": "invalidation-",
  "x-audit-events": "audit-events-",
};

const COVERED_PARAMETER_KEYS = "$ref name in required deprecated description schema x-name".split(" ");
/** Keys beside a reference to a parameter that the comparison of inputs reads. */
const COVERED_REFERENCE_KEYS = ["$ref", "description", "x-name"];
const COVERED_HEADER_KEYS = "$ref description required schema".split(" ");

interface LocatedPair {
  before: Json | undefined;
  after: Json | undefined;
  at: Path;
}

/** Finds the changes of operations that no other comparison reads. Records the pairs of components that operations use. */
export class OperationComparison {
  readonly #documents: Pair<JsonObject>;
  readonly #known: readonly ApiChange[];
  readonly #visited = new Map<Json, Set<Json>>();

  constructor(documents: Pair<JsonObject>, known: readonly ApiChange[]) {
    this.#documents = documents;
    this.#known = known;
  }

  /** Returns whether an operation uses a pair of components. */
  has({ before, after }: Pair<Json>): boolean {
    return this.#visited.get(before)?.has(after) ?? false;
  }

  /** Compares an operation. */
  compare(operations: Pair<Operation>): ChangedPart[] {
    const at = ["paths", operations.after.path, operations.after.method.toLowerCase()];
    const [before, after] = [
      operationIn(this.#documents.before, operations.before),
      operationIn(this.#documents.after, operations.after),
    ];
    const keys = changedKeys({ before, after }, at, COVERED_OPERATION_KEYS);
    return [
      ...keys.filter(({ at: [, , , key] }) => !this.#hasEffect(String(key), operations)),
      ...this.#compareParameters(operations, at),
      ...this.#compareBody(operations, {
        before: before["requestBody"],
        after: after["requestBody"],
        at: [...at, "requestBody"],
      }),
      ...this.#compareMap(
        { before: before["responses"], after: after["responses"], at: [...at, "responses"] },
        (pair) => this.#compareResponse(pair),
      ),
    ];
  }

  #hasEffect(key: string, { before, after }: Pair<Operation>): boolean {
    const kind = EFFECTS[key];
    if (kind === undefined) return false;
    const ids = [before.id, after.id];
    return this.#known.some((change) => change.kind.startsWith(kind) && ids.includes(change.subject));
  }

  /** Compares the parameters by location and name. All keys count for a parameter that is not an input, such as a cookie. */
  #compareParameters(operations: Pair<Operation>, at: Path): ChangedPart[] {
    const before = parametersOf(this.#documents.before, operations.before);
    const after = parametersOf(this.#documents.after, operations.after);
    return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
      const [old, current] = [before.get(key), after.get(key)];
      const inputs = [operations.before, operations.after].map((operation) => findInput(operation, key));
      const parameterAt = [...at, "parameters", current?.index ?? old?.index ?? 0];
      if (inputs.every((input) => input === undefined)) return changedParts(old?.value, current?.value, parameterAt);
      if (!old || !current) return [];
      // A path parameter is always required, whatever `required` says.
      const isSame = inputs[0]?.required === inputs[1]?.required;
      const covered = COVERED_PARAMETER_KEYS.filter((name) => !isSame || name !== "required");
      return this.#compareKeys(
        { before: old.value, after: current.value, at: parameterAt },
        covered,
        COVERED_REFERENCE_KEYS,
      );
    });
  }

  #compareBody(operations: Pair<Operation>, pair: LocatedPair): ChangedPart[] {
    const { at } = pair;
    if (!operations.before.body && !operations.after.body) return changedParts(pair.before, pair.after, at);
    const body = this.#follow(pair);
    if (!body) return [];
    // A required member makes the body required, whatever `required` says.
    const isSame = operations.before.body?.required === operations.after.body?.required;
    const covered = ["$ref", "content", ...(isSame ? [] : ["required"])];
    const content = { before: body.before["content"], after: body.after["content"], at: [...at, "content"] };
    return [...besideReferences(pair), ...changedKeys(body, at, covered), ...this.#compareContent(content)];
  }

  #compareResponse(pair: LocatedPair): ChangedPart[] {
    const response = this.#follow(pair);
    if (!response) return [];
    const of = (key: string): LocatedPair => {
      return { before: response.before[key], after: response.after[key], at: [...pair.at, key] };
    };
    return [
      ...besideReferences(pair),
      ...changedKeys(response, pair.at, ["$ref", "description", "headers", "content"]),
      ...this.#compareContent(of("content")),
      ...this.#compareMap(of("headers"), (header) => this.#compareKeys(header, COVERED_HEADER_KEYS)),
    ];
  }

  /** Compares media types. Only the schema of the one that the client uses is compared elsewhere. */
  #compareContent(pair: LocatedPair): ChangedPart[] {
    const { before: old, after: current } = this.#documents;
    const used = [comparedMediaType(old, pair.before), comparedMediaType(current, pair.after)];
    return this.#compareMap(pair, ({ before, after, at }) => {
      if (!isObject(before) || !isObject(after)) return [];
      return changedKeys({ before, after }, at, used.includes(String(at.at(-1))) ? ["schema"] : []);
    });
  }

  /** Compares the members that both maps have. */
  #compareMap({ before, after, at }: LocatedPair, compare: (pair: LocatedPair) => ChangedPart[]): ChangedPart[] {
    if (!isObject(before) || !isObject(after)) return [];
    const keys = Object.keys(after).filter((key) => key in before);
    return keys.flatMap((key) => compare({ before: before[key], after: after[key], at: [...at, key] }));
  }

  #compareKeys(pair: LocatedPair, covered: readonly string[], coveredBeside = ["$ref"]): ChangedPart[] {
    const resolved = this.#follow(pair);
    return resolved ? [...besideReferences(pair, coveredBeside), ...changedKeys(resolved, pair.at, covered)] : [];
  }

  /** Follows the references of both values. Records each value on the way, which may be a component. */
  #follow({ before, after }: LocatedPair): Pair<JsonObject> | undefined {
    if (!isObject(before) || !isObject(after)) return undefined;
    const [old, current] = [followIn(this.#documents.before, before), followIn(this.#documents.after, after)];
    this.#visited.set(old, (this.#visited.get(old) ?? new Set()).add(current));
    return { before: old, after: current };
  }
}

/** Compares the keys beside two references. */
function besideReferences({ before, after, at }: LocatedPair, covered = ["$ref"]): ChangedPart[] {
  if (!isObject(before) || !isObject(after) || before["$ref"] === undefined || after["$ref"] === undefined) return [];
  return changedKeys({ before, after }, at, covered);
}

function findInput({ inputs }: Operation, key: string): Input | undefined {
  return inputs.find((input) => `${input.in} ${input.name}` === key);
}

function followIn(document: JsonObject, value: JsonObject): JsonObject {
  return follow<JsonObject>(document as unknown as OpenApiDocument, value as JsonObject & { $ref: string }, []).value;
}

/** Returns the media type that the client uses, or `undefined` if the client ignores its schema, as for files. */
function comparedMediaType(document: JsonObject, content: Json | undefined): string | undefined {
  if (!isObject(content)) return undefined;
  const declared = content as unknown as Content;
  const selected = selectContent(document as unknown as OpenApiDocument, declared);
  return selected?.schema === declared[selected?.mediaType ?? ""]?.schema ? selected?.mediaType : undefined;
}

function operationIn(document: JsonObject, { path, method }: Operation): JsonObject {
  return objectOrEmpty(valueAt(document, ["paths", path, method.toLowerCase()]));
}

/** Returns the parameters of an operation and its path item, with their position in their list. */
function parametersOf(document: JsonObject, operation: Operation): Map<string, { value: JsonObject; index: number }> {
  const item = objectOrEmpty(valueAt(document, ["paths", operation.path]));
  const lists = [item["parameters"], operationIn(document, operation)["parameters"]];
  const located = lists.flatMap((list) => (Array.isArray(list) ? list : []).map((value, index) => ({ value, index })));
  return new Map(
    located.flatMap(({ value, index }) => {
      if (!isObject(value)) return [];
      const resolved = followIn(document, value);
      return [[`${String(resolved["in"])} ${String(resolved["name"])}`, { value, index }] as const];
    }),
  );
}
