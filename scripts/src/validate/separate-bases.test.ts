import { expect, it } from "vitest";

import type { JsonObject } from "../spec/json.ts";
import { apiDocument } from "../test-utils/documents/api-document.ts";
import { modelOf } from "../test-utils/model-of.ts";
import { typesWith } from "../test-utils/types-with.ts";

const referenceTo = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const extending = (base: string, member: string): JsonObject => ({
  allOf: [referenceTo(base), { type: "object", properties: { [member]: { type: "number" } } }],
});

const Pet: JsonObject = {
  type: "object",
  description: "A pet.",
  required: ["kind"],
  properties: { kind: { type: "string" } },
  oneOf: [referenceTo("Cat"), referenceTo("Dog")],
  discriminator: { propertyName: "kind", mapping: { tom: "#/components/schemas/Cat" } },
};
const SCHEMAS: JsonObject = { Pet, Cat: extending("Pet", "lives"), Dog: extending("Pet", "tricks") };

it("separates the shared members of a base schema from the union of the schemas that extend it", () => {
  const { oneOf, discriminator, ...shared } = Pet;
  expect(modelOf(apiDocument({ schemas: SCHEMAS })).document.components?.schemas).toEqual({
    Pet: { description: "A pet.", oneOf, discriminator },
    PetBase: shared,
    Cat: extending("PetBase", "lives"),
    Dog: extending("PetBase", "tricks"),
  });
});

it("gives the shared members a free name", async () => {
  const types = await typesWith({ schemas: { ...SCHEMAS, PetBase: {} } });
  expect(types).toContain('Pet: components["schemas"]["Cat"] | components["schemas"]["Dog"];');
  expect(types).toContain('Cat: components["schemas"]["PetBase2"] & { lives?: number; }');
  expect(types).toContain('kind: "tom"');
});

it("separates each level of an inheritance", () => {
  const Cat = { ...Pet, ...extending("Pet", "lives"), oneOf: [referenceTo("Lion"), referenceTo("Tiger")] };
  const big = { Lion: extending("Cat", "mane"), Tiger: extending("Cat", "stripes") };
  const { schemas } = modelOf(apiDocument({ schemas: { ...SCHEMAS, Cat, ...big } }));
  expect(schemas.map(({ name }) => name).toSorted()).toEqual([
    "Cat",
    "CatBase",
    "Dog",
    "Lion",
    "Pet",
    "PetBase",
    "Tiger",
  ]);
});

it("reports a base that contains itself in another way at its path in the document", () => {
  const Animal = { ...Pet, oneOf: [referenceTo("Pet"), referenceTo("Rock")] };
  const schemas = { ...SCHEMAS, Animal, Rock: { type: "object" }, Pet: { ...Pet, allOf: [referenceTo("Animal")] } };
  const read = () => modelOf(apiDocument({ schemas }));
  expect(read).toThrow(/The schema contains itself through `#\/components\/schemas\/Animal`/);
  expect(read).not.toThrow(/PetBase/);
});
