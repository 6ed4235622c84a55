import { FileProblem, texts } from "./file-problem.ts";

/** A value of a JSON file and its path, such as `users[3].email`. Reads its members, and names the path of an unexpected value. */
export class JsonReader {
  readonly #value: unknown;
  readonly #path: string;

  constructor(value: unknown, path = "") {
    this.#value = value;
    this.#path = path;
  }

  /** Returns a member. A member of a value that is not an object is missing. */
  get(name: string): JsonReader {
    const value = isObject(this.#value) && Object.hasOwn(this.#value, name) ? this.#value[name] : undefined;
    return new JsonReader(value, this.#path === "" ? name : `${this.#path}.${name}`);
  }

  /** @throws {FileProblem} if the value is not a string */
  string(): string {
    return typeof this.#value === "string" ? this.#value : this.#fail("a string");
  }

  /** @throws {FileProblem} if the value is not a number */
  number(): number {
    return typeof this.#value === "number" ? this.#value : this.#fail("a number");
  }

  /** @throws {FileProblem} if the value is not a boolean */
  boolean(): boolean {
    return typeof this.#value === "boolean" ? this.#value : this.#fail("true or false");
  }

  /** Reads each item of a list. @throws {FileProblem} if the value is not a list */
  list<Item>(read: (item: JsonReader) => Item): Item[] {
    if (!Array.isArray(this.#value)) return this.#fail("a list");
    return this.#value.map((item, index) => read(new JsonReader(item, `${this.#path}[${index}]`)));
  }

  /** @throws {FileProblem} if the value is not one of the strings */
  oneOf<Value extends string>(values: readonly Value[]): Value {
    return values.find((value) => value === this.#value) ?? this.#fail(values.join(" or "));
  }

  /** Reads the value if the file has it. */
  optional<Value>(read: (value: JsonReader) => Value): Value | undefined {
    return this.#value === undefined ? undefined : read(this);
  }

  #fail(expected: string): never {
    throw new FileProblem(texts.unexpected(this.#path, expected));
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
