import { expect, it } from "vitest";

import type { Json } from "../../spec/json.ts";
import { typesWith } from "../../test-utils/types-with.ts";

/** Returns JSON content with the schema of a component. */
const json = (name: string) => ({ "application/json": { schema: { $ref: `#/components/schemas/${name}` } } });

const text = { type: "string" };
const Shared = { type: "object", properties: { shared: text } };
const Input = {
  type: "object",
  properties: { list: { type: "array", items: { $ref: "#/components/schemas/Shared" } } },
};
const Output = { type: "object", properties: { shared: { $ref: "#/components/schemas/Shared" }, only: text } };
const Part = { type: "object", properties: { kind: text, other: text } };
const Composed = { allOf: [{ $ref: "#/components/schemas/Part" }], required: ["kind"] };
const schemas = { Shared, Input, Output, Part, Composed };

it.each<[string, Json, readonly string[]]>([
  ["a request body", { requestBody: { content: json("Input") } }, ["list", "shared"]],
  [
    "a parameter",
    { parameters: [{ name: "a", in: "query", schema: { $ref: "#/components/schemas/Input" } }] },
    ["list", "shared"],
  ],
  ["a parameter that is a component", { parameters: [{ $ref: "#/components/parameters/Some" }] }, ["list", "shared"]],
  ["a part, except a member that the input requires", { requestBody: { content: json("Composed") } }, ["other"]],
  ["a part, except a member that a response requires", { requestBody: { content: json("Part") } }, ["other"]],
  ["no input", {}, []],
])("accepts undefined for optional members of inputs at every depth: %s", async (_, operation, names) => {
  const parameters = { Some: { name: "a", in: "query", schema: { $ref: "#/components/schemas/Input" } } };
  const responses = { 200: { description: "Done", content: json("Output") } };
  const types = await typesWith({ schemas, parameters }, { responses, ...(operation as object) });
  const accepting = [...types.matchAll(/(\w+)\?: [^;]*\| undefined;/g)].map(([, name]) => name);
  expect(accepting.toSorted()).toEqual(names);
});
