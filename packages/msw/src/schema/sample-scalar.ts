import type { Schema } from "@cfworker/json-schema";

const FORMATS: Readonly<Record<string, string>> = {
  date: "2025-01-01",
  "date-time": "2025-01-01T00:00:00.000Z",
  email: "ada@example.com",
  uri: "https://example.com/",
  uuid: "00000000-0000-4000-8000-000000000000",
};

/** The maximum length of a string that is padded to reach `minLength`. */
const MAX_CHARACTERS = 1_000;

/** Creates a string with the `format`, `minLength` and `maxLength` of a schema. Pads it to at most 1,000 characters, even if `minLength` is larger. */
export function sampleText({ format = "", minLength = 0, maxLength }: Schema): string {
  const text = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
  return (text ?? "string").padEnd(Math.min(minLength, MAX_CHARACTERS), "-").slice(0, maxLength);
}

/** Returns the number closest to zero within the bounds. Stays at least 1 away from an exclusive bound. */
export function sampleNumber({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: Schema): number {
  const least = minimum ?? (typeof exclusiveMinimum === "number" ? exclusiveMinimum + 1 : -Infinity);
  const most = maximum ?? (typeof exclusiveMaximum === "number" ? exclusiveMaximum - 1 : Infinity);
  return Math.min(Math.max(0, least), most);
}
