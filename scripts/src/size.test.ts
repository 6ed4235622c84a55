import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { generateFrom } from "./generate.ts";
import { parse } from "./load.ts";
import { isRead } from "./model/conventions.ts";
import {
  hookName,
  infiniteHookName,
  infiniteOptionsName,
  mutationOptionsName,
  optionsName,
  suspenseHookName,
  suspenseInfiniteHookName,
} from "./model/generated-names.ts";
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
} from "./test-utils/built-packages.ts";
import { callAll, member, type Answers } from "./test-utils/call-every-operation.ts";
import { loadPackages, type EmittedPackages } from "./test-utils/emitted-packages.ts";
import { IAM_ENTRIES, layOut, PACKAGES, typeCheck, typeCheckBuilt, typeTests } from "./test-utils/emitted-workspace.ts";
import { IAM_WORKSPACE } from "./test-utils/iam-inputs.ts";
import { renderHook } from "./test-utils/render-hook.ts";
import { wholeApiDocument } from "./test-utils/whole-api-document.ts";

/** As many as the whole of Segment's Public API has. */
const OPERATIONS = 201;
const SCHEMAS = 620;

/** The proxy takes it out of every answer, so it must be nothing that is in one. */
const TOKEN = "sgp_secret";

/** A mock of the API that listens, and what calls it. */
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
  await layOut(directory, await generateFrom(model));
}, 60_000);

afterAll(() => rm(directory, { recursive: true }));

it(
  `generates ${OPERATIONS} operations and ${SCHEMAS} schemas that pass the packages' type tests`,
  { timeout: 60_000 },
  async () => {
    expect(model.operations.length).toBeGreaterThanOrEqual(OPERATIONS);
    expect(model.schemas.length).toBeGreaterThanOrEqual(SCHEMAS);
    expect(await typeCheck(directory, [...IAM_ENTRIES, ...(await typeTests(directory))])).toBe("");
  },
);

it.each(PACKAGES)("builds the package %s", { timeout: 60_000 }, async (name) => {
  await expect(buildPackage(directory, name)).resolves.toContain("index.d.ts");
});

it("declares what was built as it was written", { timeout: 60_000 }, async () => {
  await cp(join(REPOSITORY, "scripts/fixtures/usage-whole-api.ts"), join(directory, "packages/react/usage.ts"));
  expect(await typeCheckBuilt(directory, "react/usage.ts")).toBe("");
});

describe("what was built", () => {
  let emitted: EmittedPackages;
  let built: BuiltPackages;
  /** What direct calls give. */
  let expected: Answers;
  let api: Api;

  beforeAll(async () => {
    emitted = await loadPackages(directory);
    built = await loadBuiltPackages(directory);
    api = await startApi();
    expected = await callEvery(({ id }, input) => member(built.operations, id)(api.client, input));
    await api.server.close();
  }, 60_000);

  beforeEach(async () => {
    api = await startApi();
  });

  afterEach(() => api.server.close());

  it("answers every operation over a socket with what its schema describes", () => {
    const { contract, createValidator } = emitted;
    const validate = createValidator(contract);
    for (const { id, bare, success } of Object.values(contract.operations)) {
      const data = expected.get(id);
      const body = success.schema === undefined ? (data ?? null) : bare ? data : { data };
      expect(validate(body, success.schema ?? { type: "null" }, id)).toEqual([]);
    }
  });

  it("does to a workspace what the operations of IAM Users do", async () => {
    const { client, workspace } = api;
    await callEvery(({ id }, input) => member(built.operations, id)(client, input));
    expect(workspace.users).toHaveLength(IAM_WORKSPACE.users - 1);
    expect(workspace.users[0]?.permissions).toMatchObject([{ roleName: "Workspace Member" }]);
    const emails = ["invited.2@example.com", "invited.3@example.com", "new@example.com"];
    expect(workspace.invites.map(({ email }) => email)).toEqual(emails);
  });

  it("passes every operation through a proxy that allows them all", async () => {
    const allow = model.operations.map(({ id }) => member(built.operations, id));
    const proxy = built.createIamProxy({ token: TOKEN, authorize: () => true, allow, baseUrl: api.server.url });
    const client = built.createIamClient({
      baseUrl: "https://app.example/api/iam",
      fetch: (input, init) => proxy(new Request(input, init)),
    });
    expect(await callEvery(({ id }, input) => member(built.operations, id)(client, input))).toEqual(expected);
  });

  it("fetches every read, and carries out every write, with its options", async () => {
    const { client, queryClient } = api;
    const answers = await callEvery((operation, input) => {
      if (isRead(operation)) return queryClient.fetchQuery(options(optionsName(operation), input));
      const { mutate } = new built.tanstack.MutationObserver(queryClient, options(mutationOptionsName(operation)));
      return mutate(input);
    });
    expect(answers).toEqual(expected);

    function options(name: string, input?: object): object {
      return member(built.query, name)(client, input);
    }
  });

  it("fetches two pages of every list with its infinite options, or the only one", async () => {
    const { client, queryClient } = api;
    /** How many pages there are, by operation; a page that comes twice is one. */
    const counts: Record<string, number> = {};
    await callEvery(async (operation, input) => {
      if (!isRead(operation) || !operation.page) return;
      const options = member(built.query, infiniteOptionsName(operation))(client, input);
      const { pages } = await queryClient.fetchInfiniteQuery({ ...options, pages: 2 });
      expect(pages[0]).toEqual(expected.get(operation.id));
      counts[operation.id] = new Set(pages.map((page) => JSON.stringify(page))).size;
    });
    const { listUsers, listUserGroupsFromUser, listInvites, ...others } = counts;
    expect([listUsers, listUserGroupsFromUser, listInvites]).toEqual([2, 2, 2]);
    expect(new Set(Object.values(others))).toEqual(new Set([1]));
  });

  it("renders every hook, and carries out every write with its hook", async () => {
    const { client, queryClient } = api;
    const render = (name: string, input?: object) =>
      renderHook(built, queryClient, client, () => member(built.hooks, name)(input));
    const answers = await callEvery(async (operation, input) => {
      if (!isRead(operation)) return render(hookName(operation)).mutateAsync(input);
      await queryClient.fetchQuery(member(built.query, optionsName(operation))(client, input));
      const { data } = render(hookName(operation), input);
      expect(render(suspenseHookName(operation), input).data).toEqual(data);
      if (!operation.page) return data;
      await queryClient.fetchInfiniteQuery(member(built.query, infiniteOptionsName(operation))(client, input));
      expect(render(infiniteHookName(operation), input).data).toMatchObject({ pages: [data] });
      expect(render(suspenseInfiniteHookName(operation), input).data).toMatchObject({ pages: [data] });
      return data;
    });
    expect(answers).toEqual(expected);
  });

  async function startApi(): Promise<Api> {
    const workspace = built.createMockWorkspace(IAM_WORKSPACE);
    const server = await built.startMockServer({ workspace });
    const client = built.createIamClient({ token: TOKEN, baseUrl: server.url });
    return { workspace, server, client, queryClient: new built.tanstack.QueryClient() };
  }

  function callEvery(call: (operation: Operation, input: object) => Promise<unknown>): Promise<Answers> {
    return callAll(model, emitted, api.workspace, call);
  }
});
