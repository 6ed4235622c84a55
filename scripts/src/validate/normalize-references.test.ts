import { expect, it } from "vitest";

import type { Json, JsonObject } from "../spec/json.ts";
import { apiDocument } from "../test-utils/documents/api-document.ts";
import { modelOf } from "../test-utils/model-of.ts";
import { valueAt } from "../spec/references.ts";

const schemasOf = (schemas: JsonObject, openapi = "3.1.0", paths = {}) => {
  const { document, warnings } = modelOf(apiDocument({ schemas, openapi, paths }));
  const { components = {} } = document;
  return { schemas: components.schemas as JsonObject, warnings: warnings.map(({ reason }) => reason) };
};

const User = {
  type: "object",
  properties: {
    name: { type: "string" },
    "a/b~c %7B": { type: "integer" },
    tags: { type: "array", items: { type: "boolean" } },
    alias: { $ref: "#/components/schemas/User/properties/name" },
    login: { $ref: "#/components/schemas/Login" },
    self: { type: "object", properties: { next: { $ref: "#/components/schemas/User/properties/self" } } },
  },
};
const Login = { type: "number" };

it.each<[reference: string, name: string, target: Json]>([
  ["#/components/schemas/User/properties/name", "UserName", { type: "string" }],
  ["#/components/schemas/User/properties/a~1b~0c%20%257B", "UserABC7B", { type: "integer" }],
  ["#/components/schemas/User/properties/tags/items", "UserTagsItem", { type: "boolean" }],
  ["#/components/schemas/User/properties/alias", "UserName", { type: "string" }],
  ["#/components/schemas/User/properties/login", "Login", Login],
  ["#/paths/~1others~1%7Bid%7D/get/responses/200/content/text~1x/schema", "ReadOtherResponses200", { type: "null" }],
  ["#/paths/~1others~1%7Bid%7D/parameters/0/schema", "OthersIdParameters0", { type: "string" }],
])("points %s to the component %s", (reference, name, target) => {
  const paths = {
    "/others/{id}": {
      parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
      get: {
        operationId: "readOther",
        responses: {
          "200": { content: { "application/json": { schema: {} }, "text/x": { schema: { type: "null" } } } },
        },
      },
    },
  };
  const { schemas } = schemasOf({ User, Login, Place: { items: { $ref: reference } } }, "3.1.0", paths);
  expect(valueAt(schemas, ["Place", "items"])).toEqual({ $ref: `#/components/schemas/${name}` });
  expect(schemas[name]).toEqual(target);
});

it("gives a recursive target one name", () => {
  const { schemas } = schemasOf({ User, Login });
  const next = { $ref: "#/components/schemas/UserSelf" };
  expect(schemas["UserSelf"]).toEqual({ type: "object", properties: { next } });
  expect(valueAt(schemas, ["User", "properties", "self", "properties", "next"])).toEqual(next);
});

it("adds a number to the name of a new component if another component has it", () => {
  const { schemas } = schemasOf({ User, Login, UserName: {}, "user-name2": {} });
  expect(valueAt(schemas, ["User", "properties", "alias"])).toEqual({ $ref: "#/components/schemas/UserName3" });
});

it("replaces references to other parameters, responses, bodies and headers with references to components", () => {
  const shared = {
    parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
    requestBody: { content: { "application/json": { schema: { type: "string" } } } },
    responses: {
      "200": { description: "Done.", headers: { "X-One": { schema: { type: "string" } } } },
    },
  };
  const place = "#/paths/~1first~1{id}/put";
  const model = modelOf(
    apiDocument({
      paths: {
        "/first/{id}": { put: { operationId: "first", ...shared } },
        "/second/{id}": {
          put: {
            operationId: "second",
            parameters: [{ $ref: `${place}/parameters/0`, description: "Another text." }],
            requestBody: { $ref: `${place}/requestBody` },
            responses: {
              "200": { $ref: `${place}/responses/200` },
              "404": { headers: { "X-One": { $ref: `${place}/responses/200/headers/X-One` } } },
            },
          },
        },
      },
    }),
  );
  const [first, second] = ["first", "second"].map((id) => model.operations.find((operation) => operation.id === id));
  expect(second?.inputs.map(({ name, in: location }) => [name, location])).toEqual([
    ["id", "path"],
    ["body", "body"],
  ]);
  expect(second?.inputs[0]?.doc.description).toBe("Another text.");
  expect(second?.success).toEqual(first?.success);
  expect(Object.keys(model.document.components ?? {}).toSorted()).toEqual([
    "headers",
    "parameters",
    "requestBodies",
    "responses",
    "schemas",
  ]);
});

it.each<[string, JsonObject, Json]>([
  [
    "moves the reference of a restricted value to allOf",
    { maxLength: 3 },
    { maxLength: 3, allOf: [{ $ref: "#/components/schemas/Login" }] },
  ],
  [
    "keeps both allOf and the reference",
    { allOf: [{ minLength: 1 }], description: "Text." },
    { description: "Text.", allOf: [{ $ref: "#/components/schemas/Login" }, { minLength: 1 }] },
  ],
  [
    "moves anyOf to allOf, too",
    { anyOf: [{ $ref: "#/components/schemas/User/properties/name", minLength: 1 }] },
    {
      allOf: [
        { $ref: "#/components/schemas/Login" },
        { anyOf: [{ minLength: 1, allOf: [{ $ref: "#/components/schemas/UserName" }] }] },
      ],
    },
  ],
  [
    "keeps annotations beside the reference",
    { description: "Text.", deprecated: true, default: "a", readOnly: true, "x-note": 1 },
    {
      $ref: "#/components/schemas/Login",
      description: "Text.",
      deprecated: true,
      default: "a",
      readOnly: true,
      "x-note": 1,
    },
  ],
])("in OpenAPI 3.1, %s", (_, keywords, expected) => {
  const { schemas, warnings } = schemasOf({ User, Login, Place: { $ref: "#/components/schemas/Login", ...keywords } });
  expect(schemas["Place"]).toEqual(expected);
  expect(warnings).not.toContainEqual(expect.stringContaining("beside `$ref`"));
});

it("in OpenAPI 3.0, ignores keywords beside a reference with a warning", () => {
  const Place = { $ref: "#/components/schemas/Login", nullable: true, maxLength: 3, description: "Text." };
  const { schemas, warnings } = schemasOf({ Login, Place }, "3.0.3");
  expect(schemas["Place"]).toEqual({ $ref: "#/components/schemas/Login", description: "Text." });
  expect(warnings).toEqual(
    expect.arrayContaining([
      "`nullable` beside `$ref` is ignored, as OpenAPI 3.0 requires",
      "`maxLength` beside `$ref` is ignored, as OpenAPI 3.0 requires",
    ]),
  );
});

it("does not treat a discriminator value named `$ref` as a reference", () => {
  const discriminator = { propertyName: "kind", mapping: { $ref: "#/components/schemas/Login", other: "Login" } };
  const Place = { oneOf: [{ $ref: "#/components/schemas/Login" }], discriminator };
  expect(schemasOf({ Login, Place }).schemas["Place"]).toEqual(Place);
});
