import { cp, rm } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { generateFromModel } from "../generate.ts";
import { load } from "../load.ts";
import { buildModel } from "../model/build-model.ts";
import { REPOSITORY } from "../repository.ts";
import { emitPackages } from "../test-utils/emitted/built-packages.ts";
import type { EmittedPackages } from "../test-utils/emitted/emitted-packages.ts";
import { typeCheck } from "../test-utils/emitted/emitted-workspace.ts";
import { validate } from "../validate/validate.ts";

type Handle = (request: Request) => Promise<Response>;

const FIXTURES = join(REPOSITORY, "scripts/fixtures");

/** The inputs of `things.change`. Each part of the request has an input `id`. */
const INPUT = { id: "path", idQuery: 1, idHeader: "header", idBody: true, title: "t" };

let directory: string;
let packages: EmittedPackages;
/** The inputs that the mock received. */
let received: object[] = [];
/** The requests that the mock received. */
let requests: Request[] = [];
let handle: Handle;

beforeAll(async () => {
  const source = await load(join(FIXTURES, "names.yaml"), "names.yaml");
  const files = await generateFromModel(buildModel(source, validate(source)));
  ({ directory, packages } = await emitPackages(files, ["client", "helpers"]));
  await cp(join(FIXTURES, "usage-names.ts"), join(directory, "packages/react/src/usage.ts"));
  const api = packages.createMockApi(packages.contract, () => (input) => received.push(input) && { any: 1 }, {});
  handle = async (request) => {
    requests.push(request.clone());
    return api.handle(request);
  };
});

afterAll(() => rm(directory, { recursive: true }));

it("generates packages that type-check", async () => {
  expect(await typeCheck(directory, ["react/src/usage.ts"])).toBe("");
});

const fetch: typeof globalThis.fetch = (url, init) => handle(new Request(url, init));

describe.each(["directly", "through a proxy"])("called %s", (way) => {
  async function call(id: string, input: object): Promise<object | undefined> {
    [received, requests] = [[], []];
    const operation = packages.operations[id];
    if (!operation) throw new Error(`${id} was not emitted`);
    let client = packages.createIamClient({ token: "any", baseUrl: "https://api.example.com", fetch });
    if (way === "through a proxy") {
      const proxy = await createProxy({ token: "any", allow: [operation], authorize: () => true, fetch });
      const throughProxy: typeof globalThis.fetch = (url, init) => proxy(new Request(url, init));
      client = packages.createIamClient({ baseUrl: "https://app.example.com/api/iam", fetch: throughProxy });
    }
    await operation(client, input);
    return received[0];
  }

  it("sends inputs by their names in the document, and passes them to resolvers by their input names", async () => {
    expect(await call("thingsChangeOperation", INPUT)).toEqual(INPUT);
    const [request] = requests;
    expect(request?.url).toBe("https://api.example.com/things/path?id=1");
    expect(request?.headers.get("id")).toBe("header");
    expect(await request?.json()).toEqual({ id: true, label: "t" });
  });

  it("sends a whole body beside a parameter named `body`", async () => {
    const input = { list: "l", body: "query", bodyBody: ["a", "b"] };
    expect(await call("thingsChange", input)).toEqual(input);
    expect(requests[0]?.url).toBe("https://api.example.com/lists/l?body=query");
    expect(await requests[0]?.json()).toEqual(["a", "b"]);
  });

  it("omits inputs that are not given", async () => {
    expect(await call("emailStatus", { id: "a" })).toEqual({ id: "a" });
    expect(await call("emailStatus", { id: "a", details: true })).toEqual({ id: "a", details: true });
  });
});

async function createProxy(options: object): Promise<Handle> {
  const module = await import(pathToFileURL(join(directory, "packages/proxy/src/create-iam-proxy.ts")).href);
  return module.createIamProxy({ baseUrl: "https://api.example.com", ...options });
}

it("reports invalid inputs by their names in the document", async () => {
  const init = {
    method: "POST",
    headers: { authorization: "Bearer t", "content-type": "application/json" },
    body: "{}",
  };
  const response = await handle(new Request("https://api.example.com/things/a?id=x&idQuery=1", init));
  expect(response.status).toBe(422);
  const { errors } = (await response.json()) as { errors: { field: string }[] };
  expect(errors.map(({ field }) => field)).toEqual(["id", "idQuery", "id"]);
});
