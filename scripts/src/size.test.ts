import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { generateFromModel } from "./generate.ts";
import { parse } from "./load.ts";
import { isRead } from "./model/conventions.ts";
import type { Model, Operation } from "./model/model.ts";
import { readModel } from "./drop-unsupported/read-model.ts";
import { REPOSITORY } from "./repository.ts";
import {
  buildPackage,
  loadBuiltPackages,
  type BuiltPackages,
  type BuiltServer,
  type BuiltWorkspace,
  type QueryClient,
} from "./test-utils/emitted/built-packages.ts";
import { callEveryOperation, exportNamed, type OperationResults } from "./test-utils/emitted/call-every-operation.ts";
import { loadPackages, type EmittedPackages } from "./test-utils/emitted/emitted-packages.ts";
import {
  IAM_ENTRIES,
  writeEmittedWorkspace,
  PACKAGES,
  typeCheck,
  typeCheckBuilt,
  findTypeTests,
} from "./test-utils/emitted/emitted-workspace.ts";
import { IAM_WORKSPACE } from "./test-utils/emitted/iam-inputs.ts";
import { renderHook } from "./test-utils/emitted/render-hook.ts";
import { wholeApiDocument } from "./test-utils/documents/whole-api-document.ts";

/** The size of Segment's whole Public API. */
const OPERATIONS = 201;
const SCHEMAS = 620;

/** The proxy redacts the token in every response, so it must not occur in the data. */
const TOKEN = "sgp_secret";

/** A running mock server and its clients. */
interface Api {
  workspace: BuiltWorkspace;
  server: BuiltServer;
  client: object;
  queryClient: QueryClient;
}

let directory: string;
let model: Model;

beforeAll(async () => {
  const document = await wholeApiDocument(SCHEMAS);
  ({ model } = readModel(parse(JSON.stringify(document), "whole-api.json")));
  directory = await mkdtemp(join(tmpdir(), "segment-iam-size-"));
  await writeEmittedWorkspace(directory, await generateFromModel(model));
});

afterAll(() => rm(directory, { recursive: true }));

it(`generates ${OPERATIONS} operations and ${SCHEMAS} schemas that pass the packages' type tests`, async () => {
  expect(model.operations.length).toBeGreaterThanOrEqual(OPERATIONS);
  expect(model.schemas.length).toBeGreaterThanOrEqual(SCHEMAS);
  expect(await typeCheck(directory, [...IAM_ENTRIES, ...(await findTypeTests(directory))])).toBe("");
});

it.each(PACKAGES)("builds the package %s", async (name) => {
  await expect(buildPackage(directory, name)).resolves.toContain("index.d.ts");
});

it("emits declarations that type-check typical calls", async () => {
  await cp(join(REPOSITORY, "scripts/fixtures/usage-whole-api.ts"), join(directory, "packages/react/usage.ts"));
  expect(await typeCheckBuilt(directory, "react/usage.ts")).toBe("");
});

describe("built packages", () => {
  let emitted: EmittedPackages;
  let built: BuiltPackages;
  /** The results of direct calls. */
  let expected: OperationResults;
  let api: Api;

  beforeAll(async () => {
    emitted = await loadPackages(directory);
    built = await loadBuiltPackages(directory);
    api = await startApi();
    expected = await callAll(({ id }, input) => exportNamed(built.operations, id)(api.client, input));
    await api.server.close();
  });

  beforeEach(async () => {
    api = await startApi();
  });

  afterEach(() => api.server.close());

  it("returns results that match the schema of every operation", () => {
    const { contract, createValidator } = emitted;
    const validate = createValidator(contract);
    for (const { id, unwrapped, success } of Object.values(contract.operations)) {
      const data = expected.get(id);
      const result = data instanceof Blob ? "file" : data;
      const body = success.schema === undefined ? (data ?? null) : unwrapped ? result : { data };
      expect(validate(body, success.schema ?? { type: "null" }, id)).toEqual([]);
    }
  });

  it("modifies the workspace with the IAM Users operations", async () => {
    const { client, workspace } = api;
    await callAll(({ id }, input) => exportNamed(built.operations, id)(client, input));
    expect(workspace.users).toHaveLength(IAM_WORKSPACE.users - 1);
    expect(workspace.users[0]?.permissions).toMatchObject([{ roleName: "Workspace Member" }]);
    const emails = ["invited.2@example.com", "invited.3@example.com", "new@example.com"];
    expect(workspace.invites.map(({ email }) => email)).toEqual(emails);
  });

  it("calls every operation through a proxy that allows all of them", async () => {
    const allow = model.operations.map(({ id }) => exportNamed(built.operations, id));
    const proxy = built.createIamProxy({ token: TOKEN, authorize: () => true, allow, baseUrl: api.server.url });
    const client = built.createIamClient({
      baseUrl: "https://app.example/api/iam",
      headers: { "x-requested-with": "test" },
      fetch: (input, init) => proxy(new Request(input, init)),
    });
    expect(await callAll(({ id }, input) => exportNamed(built.operations, id)(client, input))).toEqual(expected);
  });

  it("fetches every read and runs every write with its options", async () => {
    const { client, queryClient } = api;
    const results = await callAll((operation, input) => {
      if (isRead(operation)) return queryClient.fetchQuery(options(`${operation.id}Options`, input));
      const { mutate } = new built.tanstack.MutationObserver(queryClient, options(`${operation.id}MutationOptions`));
      return mutate(input);
    });
    expect(results).toEqual(expected);

    function options(name: string, input?: object): object {
      return exportNamed(built.query, name)(client, input);
    }
  });

  it("fetches up to two pages of every paged read with its infinite options", async () => {
    const { client, queryClient } = api;
    /** The number of distinct pages, by operation id. */
    const counts: Record<string, number> = {};
    await callAll(async (operation, input) => {
      if (!isRead(operation) || !operation.paging) return;
      const options = exportNamed(built.query, `${operation.id}InfiniteOptions`)(client, input);
      const { pages } = await queryClient.fetchInfiniteQuery({ ...options, pages: 2 });
      expect(pages[0]).toEqual(expected.get(operation.id));
      counts[operation.id] = new Set(pages.map((page) => JSON.stringify(page))).size;
    });
    const { listUsers, listUserGroupsFromUser, listInvites, ...others } = counts;
    expect([listUsers, listUserGroupsFromUser, listInvites]).toEqual([2, 2, 2]);
    expect(new Set(Object.values(others))).toEqual(new Set([1]));
  });

  it("renders every hook and runs every write with its hook", async () => {
    const { client, queryClient } = api;
    const render = (name: string, input?: object) =>
      renderHook(built, queryClient, client, () => exportNamed(built.hooks, name)(input));
    const results = await callAll(async (operation, input) => {
      if (!isRead(operation)) return render(`use${operation.typeName}`).mutateAsync(input);
      await queryClient.fetchQuery(exportNamed(built.query, `${operation.id}Options`)(client, input));
      const { data } = render(`use${operation.typeName}`, input);
      expect(render(`use${operation.typeName}Suspense`, input).data).toEqual(data);
      if (!operation.paging) return data;
      await queryClient.fetchInfiniteQuery(exportNamed(built.query, `${operation.id}InfiniteOptions`)(client, input));
      expect(render(`use${operation.typeName}Infinite`, input).data).toMatchObject({ pages: [data] });
      expect(render(`use${operation.typeName}SuspenseInfinite`, input).data).toMatchObject({ pages: [data] });
      return data;
    });
    expect(results).toEqual(expected);
  });

  async function startApi(): Promise<Api> {
    const workspace = built.createMockWorkspace(IAM_WORKSPACE);
    const server = await built.startMockServer({ workspace });
    const client = built.createIamClient({ token: TOKEN, baseUrl: server.url });
    return { workspace, server, client, queryClient: new built.tanstack.QueryClient() };
  }

  function callAll(call: (operation: Operation, input: object) => Promise<unknown>): Promise<OperationResults> {
    return callEveryOperation(model, emitted, api.workspace, call);
  }
});
