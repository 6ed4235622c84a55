import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import * as client from "@segment-iam/client";
import { beforeAll, expect, it } from "vitest";
import { installPackages } from "../src/install-packages.ts";
import { isOperation } from "../published/size-budgets.ts";
import { REPOSITORY } from "../src/repository.ts";
import { COLLECTION_PACKAGES } from "./versions.ts";

const text = readFileSync(join(REPOSITORY, "packages/types/src/generated/openapi.json"), "utf8");

/** The method and the path of each operation, such as `GET users/:userId`. */
const operations = Object.values<unknown>(client)
  .filter(isOperation)
  .map(({ method, path }) => `${method} ${path.slice(1).replaceAll(/\{(\w+)\}/g, ":$1")}`);

let load: NodeJS.Require;

beforeAll(() => {
  load = createRequire(join(installPackages(COLLECTION_PACKAGES, { "node-fetch": "2.7.0" }), "package.json"));
});

it("imports every operation into Postman, with the token in a variable", async () => {
  const { promise, resolve, reject } = Promise.withResolvers<PostmanCollection>();
  const converter: PostmanConverter = load("openapi-to-postmanv2");
  converter.convertV2({ type: "string", data: text }, {}, (error, { output, reason }) => {
    if (output?.[0]) resolve(output[0].data);
    else reject(error ?? new Error(reason));
  });
  const { item, auth } = await promise;
  const requests = flatten(item).map(({ request: { method, url } }) => `${method} ${url.path.join("/")}`);
  expect(requests.toSorted()).toEqual(operations.toSorted());
  expect(auth).toMatchObject({ type: "bearer", bearer: [{ key: "token", value: "{{bearerToken}}" }] });
});

it("imports every operation into Bruno, with the token in a variable", async () => {
  const { openApiToBruno }: BrunoConverter = load("@usebruno/converters");
  const { items, root } = await openApiToBruno(JSON.parse(text));
  const requests = flatten(items).map(({ request: { method, url } }) => `${method} ${url.replace("{{baseUrl}}/", "")}`);
  expect(requests.toSorted()).toEqual(operations.toSorted());
  expect(root.request.auth).toMatchObject({ mode: "bearer", bearer: { token: "{{token}}" } });
});

/** Returns the requests in nested folders. */
function flatten<Request>(entries: readonly Entry<Request>[]): { request: Request }[] {
  return entries.flatMap(({ item, items, request }) => (request ? [{ request }] : flatten(item ?? items ?? [])));
}

/** A request or a folder. */
interface Entry<Request> {
  readonly item?: readonly Entry<Request>[];
  readonly items?: readonly Entry<Request>[];
  readonly request?: Request;
}

interface PostmanCollection {
  readonly item: readonly Entry<{ readonly method: string; readonly url: { readonly path: readonly string[] } }>[];
  readonly auth: object;
}

interface PostmanConverter {
  convertV2(
    input: object,
    options: object,
    callback: (error: Error | null, result: { output?: { data: PostmanCollection }[]; reason?: string }) => void,
  ): void;
}

interface BrunoConverter {
  openApiToBruno(document: object): Promise<{
    readonly items: readonly Entry<{ readonly method: string; readonly url: string }>[];
    readonly root: { readonly request: { readonly auth: object } };
  }>;
}
