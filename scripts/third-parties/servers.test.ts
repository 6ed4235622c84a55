import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as client from "@segment-iam/client";
import { createMockWorkspace } from "@segment-iam/msw";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startProgram } from "../apps/test-utils/start-program.ts";
import { REPOSITORY } from "../src/repository.ts";
import { iamInputs, IAM_WORKSPACE } from "../src/test-utils/emitted/iam-inputs.ts";
import { formatTable, readTable } from "./test-utils/format-table.ts";
import { installFiles, type InstalledFiles } from "./test-utils/install-files.ts";
import { SERVER_PACKAGES } from "./versions.ts";

const SPEC = join(REPOSITORY, "spec/iam-users.yaml");

/** The program of each server, its options, and whether it rejects parameters that the document does not describe. */
const SERVERS = [
  { title: "Prism", args: ["prism.mjs", SPEC], rejectsUnknown: false },
  { title: "express-openapi-validator", args: ["express-openapi-validator.mjs", SPEC], rejectsUnknown: true },
  {
    title: "with `allowUnknownQueryParameters`",
    args: ["express-openapi-validator.mjs", SPEC, "--allow-unknown"],
    rejectsUnknown: false,
  },
  { title: "openapi-backend", args: ["openapi-backend.mjs", SPEC], rejectsUnknown: true },
];

type Operation = (iam: client.IamClient, input: object) => Promise<unknown>;

/** A call of an operation. */
interface Call {
  readonly label: string;
  readonly operation: Operation;
  readonly input: object;
  /** Whether the query has a parameter that the document does not describe. */
  readonly hasUnknown: boolean;
}

const exported = new Map<string, unknown>(Object.entries(client));

/** Each operation, and again with two items if it sends a list in the query. */
const CALLS: readonly Call[] = Object.entries(iamInputs(createMockWorkspace(IAM_WORKSPACE))).flatMap(([id, input]) => {
  const operation = exported.get(id) as Operation & client.OperationDescriptor;
  const { bulkField = "", query = [] } = operation;
  const call = { label: `\`${id}\``, operation, input, hasUnknown: false };
  if (!query.includes(bulkField)) return [call];
  return [call, { ...call, label: `${call.label}, two items`, input: { [bulkField]: ["a", "b"] }, hasUnknown: true }];
});

let files: InstalledFiles;
const table = new Map<string, Map<string, string>>();

beforeAll(() => {
  files = installFiles("servers", SERVER_PACKAGES);
});

afterAll(() => {
  console.log(formatTable(table));
  files?.remove();
});

describe.each(SERVERS)("$title", ({ title, args, rejectsUnknown }) => {
  it("accepts the calls that the document describes", async () => {
    const server = await startProgram(args, files.folder);
    const iam = client.createIamClient({ token: "any", baseUrl: server.url });
    const column = new Map<string, string>();
    table.set(title, column);
    for (const { label, operation, input } of CALLS) {
      const outcome = operation(iam, input).then(
        () => "yes",
        (error: client.ApiError) => error.errors?.[0]?.message ?? error.message,
      );
      column.set(label, await outcome);
    }
    await server.stop();
    const accepted = CALLS.filter(({ hasUnknown }) => !hasUnknown || !rejectsUnknown).map(({ label }) => label);
    expect([...column].filter(([, outcome]) => outcome === "yes").map(([label]) => label)).toEqual(accepted);
  });

  it("rejects an invalid page size", async () => {
    const server = await startProgram(args, files.folder);
    const iam = client.createIamClient({ token: "any", baseUrl: server.url });
    await expect(client.listUsers(iam, { pagination: { count: 0 } })).rejects.toThrow(client.ApiError);
    await server.stop();
  });
});

it("matches the table in the README of the spec", async () => {
  const readme = await readFile(join(REPOSITORY, "spec/README.md"), "utf8");
  expect(readTable(readme, "## Use it with other tools")).toBe(formatTable(table));
});
