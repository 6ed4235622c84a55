import { cp, rm } from "node:fs/promises";
import { join } from "node:path";

import { serve, type TestServer } from "@segment-iam/test-utils/serve";
import type { NodeHttp1Handler } from "srvx";
import { toNodeHandler } from "srvx/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { generateFromModel } from "./generate.ts";
import { load } from "./load.ts";
import { buildModel } from "./model/build-model.ts";
import { REPOSITORY } from "./repository.ts";
import { emitPackages } from "./test-utils/emitted/built-packages.ts";
import { sampleInput, type EmittedPackages } from "./test-utils/emitted/emitted-packages.ts";
import { typeCheck } from "./test-utils/emitted/emitted-workspace.ts";
import { validate } from "./validate/validate.ts";

const FIXTURES = join(REPOSITORY, "scripts/fixtures");

describe.each([
  ["features-3.0.yaml", "usage-3.0.ts"],
  ["features-3.1.yaml", "usage-3.1.ts"],
  ["shapes.yaml", "usage-shapes.ts"],
])("%s", async (file, usage) => {
  const source = await load(join(FIXTURES, file), file);
  const model = buildModel(source, validate(source));
  let directory: string;
  let packages: EmittedPackages;
  let server: TestServer;
  let client: object;

  beforeAll(async () => {
    ({ directory, packages } = await emitPackages(await generateFromModel(model), ["client"]));
    await cp(join(FIXTURES, usage), join(directory, "packages/react/src/usage.ts"));
    const api = packages.createMockApi(packages.contract, () => undefined, {});
    server = await serve(toNodeHandler((request) => api.handle(request)) as NodeHttp1Handler);
    client = packages.createIamClient({ token: "any", baseUrl: server.url });
  });

  afterAll(async () => {
    await server.close();
    await rm(directory, { recursive: true });
  });

  it("type-checks typical calls and hooks", async () => {
    expect(await typeCheck(directory, ["react/src/usage.ts"])).toBe("");
  });

  describe.each(model.operations.map(({ id }) => id))("%s", (id) => {
    it.each(["all inputs", "required inputs"])("returns a sample if called with %s", async (inputs) => {
      const { contract, operations, createValidator } = packages;
      const contractOperation = contract.operations[id];
      const operation = operations[id];
      if (!contractOperation || !operation) throw new Error(`${id} was not emitted`);
      const data = await operation(client, sampleInput(packages, contractOperation, inputs === "required inputs"));
      const { unwrapped, success } = contractOperation;
      const { schema } = success;
      const result = data instanceof Blob ? await data.text() : data;
      const body = schema === undefined ? (data ?? null) : unwrapped ? result : { data };
      expect(createValidator(contract)(body, schema ?? { type: "null" }, "")).toEqual([]);
    });
  });
});
