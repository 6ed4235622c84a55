import type { Schema } from "@cfworker/json-schema";
import {
  isOmitted,
  isRecord,
  referenceOf,
  resolveSchema,
  typesOf,
  type Contract,
  type JsonSchema,
} from "../contract.ts";
import { omitMembers } from "./omit-members.ts";
import { sampleNumber, sampleText } from "./sample-scalar.ts";

/** The limits of a sample. A sample that would exceed them is truncated and may be invalid. */
const MAX_DEPTH = 100;
const MAX_VALUES = 10_000;
const MAX_ITEMS = 1_000;

/**
 * Creates a value that is valid for a schema: its example, default or first alternative, otherwise the simplest value of its type.
 *
 * Includes optional members, except recursive ones. Ignores `pattern`.
 *
 * If the sample would exceed 10,000 values or 100 levels, omits all optional members. Truncates a sample that still exceeds a limit.
 * Arrays have at most 1,000 items, and strings are padded to at most 1,000 characters. A required recursive member is `null`.
 */
export function sampleOf(contract: Contract, schema: JsonSchema): unknown {
  const complete = new Sampler(contract, true);
  const sample = complete.sample([{ schema, open: [] }], 0);
  return complete.isCut ? new Sampler(contract, false).sample([{ schema, open: [] }], 0) : sample;
}

/** A schema of a value. */
interface Part {
  readonly schema: JsonSchema;
  /** The names of the schemas around the value, to detect recursion. */
  readonly open: readonly string[];
}

/** A part without `$ref`, `allOf`, `anyOf` and `oneOf`. Their schemas are separate parts. */
interface FlatPart extends Part {
  readonly schema: Schema;
}

class Sampler {
  /** Whether the sample exceeded a limit on its size or depth. */
  isCut = false;
  readonly #contract: Contract;
  readonly #includesOptional: boolean;
  #values = 0;

  constructor(contract: Contract, includesOptional: boolean) {
    this.#contract = contract;
    this.#includesOptional = includesOptional;
  }

  /** Creates a value that is valid for all given schemas. */
  sample(schemas: readonly Part[], depth: number): unknown {
    this.#values += 1;
    if (schemas.some(({ schema, open }) => recurses(schema, open))) return null;
    const seen = new Set<string>();
    const parts = schemas
      .flatMap((part) => this.#flatten(part, depth, seen))
      .filter(({ schema }) => Object.keys(schema).length > 0);
    if (depth > MAX_DEPTH || this.#isFull()) {
      this.isCut = true;
      return null;
    }
    const examples = findExamples(parts);
    const scalar = examples.find((example) => parts.length === 1 || !isRecord(example));
    if (scalar !== undefined) return this.#copy(scalar, schemas);
    const merged: Schema = Object.assign({}, ...parts.map(({ schema }) => schema));
    switch (typeOf(parts)) {
      case "object":
        return {
          ...this.#sampleMembers(parts, depth),
          ...Object.assign({}, ...examples.map((example) => this.#copy(example, schemas))),
        };
      case "array":
        return this.#sampleArray(
          merged,
          parts.flatMap(({ open }) => open),
          depth,
        );
      case "string":
        return sampleText(merged);
      case "integer":
      case "number":
        return sampleNumber(merged);
      case "boolean":
        return true;
      default:
        return this.#copy(examples[0] ?? null, schemas);
    }
  }

  /**
   * Returns a schema and its subschemas: all of `allOf`, and the first alternative of `anyOf` and `oneOf` that is not recursive.
   *
   * `seen` contains the schema names returned so far. Each named schema is returned once.
   */
  #flatten({ schema, open }: Part, depth: number, seen: Set<string>): FlatPart[] {
    if (depth > MAX_DEPTH) {
      this.isCut = true;
      return [];
    }
    const name = referenceOf(schema);
    if (name !== undefined && seen.has(name)) return [];
    if (name !== undefined) seen.add(name);
    const inside = name === undefined ? open : [...open, name];
    const { allOf = [], anyOf, oneOf, ...own } = resolveSchema(this.#contract, schema);
    const chosen = [anyOf, oneOf].flatMap((choices): JsonSchema[] => {
      const choice = choices?.find((candidate) => !recurses(candidate, inside)) ?? choices?.[0];
      return choice === undefined ? [] : [choice];
    });
    const inner = [...allOf, ...chosen].filter((part) => !recurses(part, inside));
    return [
      { schema: own, open: inside },
      ...inner.flatMap((part) => this.#flatten({ schema: part, open: inside }, depth + 1, seen)),
    ];
  }

  #sampleMembers(parts: readonly FlatPart[], depth: number): object {
    const required = new Set(parts.flatMap(({ schema }) => schema.required ?? []));
    const definitions = new Map<string, Part[]>();
    for (const { schema, open } of parts) {
      for (const [name, member] of Object.entries(schema.properties ?? {})) {
        definitions.set(name, [...(definitions.get(name) ?? []), { schema: member, open }]);
      }
    }
    const members: [string, unknown][] = [];
    for (const [name, schemas] of definitions) {
      if (this.#isFull()) break;
      const isRecursive = schemas.some(({ schema, open }) => recurses(schema, open));
      const isIncluded = required.has(name) || (this.#includesOptional && !isRecursive);
      if (isIncluded && !schemas.some(({ schema }) => isOmitted(schema))) {
        members.push([name, this.sample(schemas, depth + 1)]);
      }
    }
    return Object.fromEntries(members);
  }

  #sampleArray({ items = true, prefixItems, minItems = 1 }: Schema, open: readonly string[], depth: number): unknown[] {
    const places = Array.isArray(items) ? items : prefixItems;
    const length = Math.min(Math.max(1, minItems), MAX_ITEMS);
    const schemas: JsonSchema[] =
      places ?? (recurses(items as JsonSchema, open) ? [] : Array.from({ length }, () => items as JsonSchema));
    const sampled: unknown[] = [];
    for (const schema of schemas) {
      if (this.#isFull()) break;
      sampled.push(this.sample([{ schema, open }], depth + 1));
    }
    return sampled;
  }

  #copy(example: unknown, schemas: readonly Part[]): unknown {
    return structuredClone(
      omitMembers(
        this.#contract,
        example,
        schemas.map(({ schema }) => schema),
      ),
    );
  }

  #isFull(): boolean {
    this.isCut ||= this.#values >= MAX_VALUES;
    return this.#values >= MAX_VALUES;
  }
}

/** Returns the examples, defaults and constants that all parts allow. */
function findExamples(parts: readonly FlatPart[]): unknown[] {
  const constants = parts.flatMap(({ schema }) => (schema.const === undefined ? [] : [[schema.const]]));
  const lists = [...constants, ...parts.flatMap(({ schema }) => (schema.enum === undefined ? [] : [schema.enum]))];
  const candidates = parts.flatMap(({ schema }) => [schema["examples"]?.[0], schema.default]);
  return [...candidates, ...lists.flat()].filter(
    (value) =>
      value !== undefined && (lists.length === 0 || isRecord(value) || lists.every((list) => list.includes(value))),
  );
}

/** Returns the first type that all parts allow. */
function typeOf(parts: readonly FlatPart[]): string | undefined {
  const [first = [], ...others] = parts.map(({ schema }) => typesOf(schema)).filter((types) => types.length > 0);
  return first.find((type) => others.every((types) => types.includes(type))) ?? first[0];
}

/** Returns whether a schema always contains one of the `open` schemas: by `$ref`, in `allOf`, or in every alternative of `anyOf` or `oneOf`. */
function recurses(schema: JsonSchema, open: readonly string[]): boolean {
  const name = referenceOf(schema);
  if (name !== undefined) return open.includes(name);
  if (typeof schema === "boolean") return false;
  const { allOf = [], anyOf, oneOf } = schema;
  const choices = anyOf ?? oneOf ?? [];
  const isEvery = choices.length > 0 && choices.every((choice) => recurses(choice, open));
  return isEvery || allOf.some((part) => recurses(part, open));
}
