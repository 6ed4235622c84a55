import { expect, it } from "vitest";
import type { Contract, ContractOperation } from "./contract.ts";
import { createMockApi } from "./create-mock-api.ts";

const listTrees: ContractOperation = {
  id: "listTrees",
  method: "GET",
  path: "/trees",
  query: ["tall"],
  parameters: [{ name: "tall", required: false, schema: { type: "boolean" } }],
  success: { status: 200, schema: { type: "object", properties: { data: { $ref: "#/schemas/TreePage" } } } },
  itemsField: "trees",
};

/** An API without resolvers. */
const contract: Contract = {
  schemas: {
    TreePage: {
      type: "object",
      required: ["trees", "pagination"],
      properties: {
        trees: { type: "array", items: { type: "string", examples: ["oak"] } },
        pagination: { type: "object", properties: { next: { type: "string", examples: ["Mw=="] } } },
      },
    },
    Leaf: { properties: { age: { readOnly: true } } },
  },
  operations: {
    listTrees,
    getTree: { ...listTrees, id: "getTree", path: "/trees/{tree}", parameters: [path("tree")] },
    getOldestTree: { ...listTrees, id: "getOldestTree", path: "/trees/oldest", parameters: [] },
    plantTree: {
      id: "plantTree",
      method: "POST",
      path: "/trees",
      body: "body",
      parameters: [],
      requestBody: { required: true, schema: { type: "array", items: { type: "string" } } },
      success: { status: 204 },
    },
    replaceTree: {
      id: "replaceTree",
      method: "PUT",
      path: "/trees",
      body: true,
      parameters: [],
      requestBody: {
        required: true,
        schema: {
          properties: { id: { readOnly: true }, kind: { type: "string" } },
          anyOf: [{ properties: { owner: { readOnly: true } } }, { required: ["owner"], properties: { owner: {} } }],
          additionalProperties: { items: { $ref: "#/schemas/Leaf" } },
        },
      },
      success: { status: 204 },
    },
    drawTree: {
      id: "drawTree",
      method: "GET",
      path: "/trees/{tree}/drawings/{from}-{to}.png",
      query: ["sizes[]"],
      header: ["X-Scale"],
      unwrapped: true,
      parameters: [
        ...["tree", "from", "to"].map(path),
        { name: "X-Scale", required: true, schema: { type: "integer" } },
        {
          name: "sizes[]",
          required: false,
          schema: { anyOf: [{ type: "null" }, { type: "array", items: { enum: [1, 2] } }, { type: "number" }] },
        },
      ],
      success: { status: 200, schema: { type: "string", examples: ["drawn"] } },
    },
  },
};

function path(name: string) {
  return { name, required: true, schema: { type: "string" } } as const;
}

async function callTrees(
  method: string,
  url: string,
  body?: string,
  findResolver: Parameters<typeof createMockApi>[1] = () => undefined,
  headers: Record<string, string> = {},
) {
  const api = createMockApi(contract, findResolver, {});
  const init = {
    method,
    headers: { authorization: "Bearer t", "content-type": "application/json", ...headers },
    ...(body && { body }),
  };
  const response = await api.handle(new Request(`https://trees.example${url}`, init));
  const text = await response.text();
  return { status: response.status, body: text && JSON.parse(text), operation: api.requests[0]?.operation };
}

it("responds with one page of sample data if there is no resolver", async () => {
  expect(await callTrees("GET", "/trees?tall=true")).toMatchObject({
    status: 200,
    body: { data: { trees: ["oak"], pagination: { next: null } } },
  });
});

it("validates requests of an operation without a resolver", async () => {
  expect(await callTrees("GET", "/trees?tall=very")).toMatchObject({
    status: 422,
    body: { errors: [{ field: "tall" }] },
  });
  expect(await callTrees("POST", "/trees", "[1]")).toMatchObject({ status: 422, body: { errors: [{ field: "0" }] } });
});

it("responds without a body if the spec defines none", async () => {
  expect(await callTrees("POST", "/trees", '["oak"]')).toMatchObject({ status: 204, body: "" });
});

it("passes a body that is not an object to the resolver as `body`", async () => {
  const inputs: object[] = [];
  await callTrees("POST", "/trees", '["oak"]', () => (input) => inputs.push(input));
  expect(inputs).toEqual([{ body: ["oak"] }]);
});

it("passes a body without its read-only members to the resolver", async () => {
  const inputs: object[] = [];
  const body = { id: 1, kind: "oak", leaves: [{ age: 9, color: "red" }] };
  await callTrees("PUT", "/trees", JSON.stringify(body), () => (input) => inputs.push(input));
  expect(inputs).toEqual([{ kind: "oak", leaves: [{ color: "red" }] }]);
});

it("keeps a member that only one alternative of a body declares read-only", async () => {
  const inputs: object[] = [];
  const findResolver = () => (input: object) => inputs.push(input);
  await callTrees("PUT", "/trees", '{"owner":"a"}', findResolver);
  expect(inputs).toEqual([{ owner: "a" }]);
});

it("reads headers, bracketed names and several parameters in a path segment, and responds without an envelope if unwrapped", async () => {
  const inputs: object[] = [];
  const drawing = "/trees/oak/drawings/1-2-3.png";
  const findResolver = () => (input: object) => inputs.push(input) && "mine";
  const drawn = await callTrees("GET", `${drawing}?sizes[]=2`, undefined, findResolver, { "x-scale": "3" });
  expect(drawn).toMatchObject({ status: 200, body: "mine" });
  expect(inputs).toEqual([{ tree: "oak", from: "1", to: "2-3", "X-Scale": 3, "sizes[]": 2 }]);
  expect(await callTrees("GET", drawing, undefined, undefined, { "x-scale": "3" })).toMatchObject({ body: "drawn" });
  expect(await callTrees("GET", drawing)).toMatchObject({ status: 422, body: { errors: [{ field: "X-Scale" }] } });
  expect(await callTrees("GET", "/trees/oak/drawings/1-2.gif")).toMatchObject({ status: 404 });
});

it("does not match a path with an empty parameter", async () => {
  for (const url of ["/trees/", "/trees//drawings/1-2.png", "/trees/oak/drawings/-2.png"])
    expect(await callTrees("GET", url, undefined, undefined, { "x-scale": "3" })).toMatchObject({ status: 404 });
});

it("prefers a literal path to a path with a parameter", async () => {
  expect((await callTrees("GET", "/trees/oldest")).operation).toBe("getOldestTree");
  expect((await callTrees("GET", "/trees/newest")).operation).toBe("getTree");
});

it("rejects with the error that a resolver throws", async () => {
  const call = callTrees("GET", "/trees", undefined, () => throwBug);
  await expect(call).rejects.toThrow("a bug in the resolver");
});

function throwBug(): never {
  throw new Error("a bug in the resolver");
}
