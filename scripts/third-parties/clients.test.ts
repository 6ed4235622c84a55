import { execFile } from "node:child_process";
import { cpSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { rolldown } from "rolldown";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { environment } from "../apps/test-utils/install-app.ts";
import { REPOSITORY } from "../src/repository.ts";
import { callInputs, expectedOutcomes, startServer } from "./call-inputs.ts";
import type { Outcome } from "./clients/run.ts";
import { formatTable, readTable } from "./test-utils/format-table.ts";
import { installFiles, type InstalledFiles } from "./test-utils/install-files.ts";
import { CLIENT_PACKAGES } from "./versions.ts";

/** The clients, with the heading of their column. */
const CLIENTS = [
  ["segment-sdk", "Segment's SDK"],
  ["hey-api", "hey-api"],
  ["openapi-fetch", "openapi-fetch"],
  ["openapi-fetch-our-types", "openapi-fetch, our types"],
  ["swagger-typescript-api", "axios"],
] as const;

let files: InstalledFiles;
const table = new Map<string, Map<string, string>>();

beforeAll(async () => {
  files = installFiles("clients", CLIENT_PACKAGES);
  const { folder, packageFile } = files;
  cpSync(join(REPOSITORY, "spec/iam-users.yaml"), join(folder, "spec.yaml"));
  for (const path of ["dist", "package.json"]) {
    const target = join(folder, "node_modules/@segment-iam/types", path);
    cpSync(join(REPOSITORY, "packages/types", path), target, { recursive: true });
  }
  const generate = (program: string, args: string) => runNode([packageFile(program), ...args.split(" ")], folder);
  await generate("@hey-api/openapi-ts/bin/run.js", "-i spec.yaml -o generated/hey-api -c @hey-api/client-fetch");
  await generate("openapi-typescript/bin/cli.js", "spec.yaml -o generated/openapi-typescript.ts");
  const target = "generated/swagger-typescript-api --name api.ts";
  await generate(".bin/swagger-typescript-api", `generate --path spec.yaml --axios --output ${target}`);
});

afterAll(() => {
  console.log(formatTable(table));
  files?.remove();
});

/** Runs a Node.js program and returns its standard output. @throws with the output if it fails. */
async function runNode(args: readonly string[], cwd: string, input = ""): Promise<string> {
  const run = promisify(execFile)(process.execPath, args, { cwd, env: environment(), maxBuffer: 2 ** 24 });
  run.child.stdin?.end(input);
  const { stdout } = await run.catch((error: Error & { stdout: string }) => {
    throw new Error(`${args.join(" ")} failed:\n${error.message}\n${error.stdout}`, { cause: error });
  });
  return stdout;
}

/** Bundles a client with the runner, because generated code omits the extensions of its imports. */
async function bundle(name: string): Promise<string> {
  const entry = join(files.folder, `${name}-entry.ts`);
  await writeFile(
    entry,
    `import { run } from "./run.ts";\nimport { createCalls } from "./${name}.ts";\nawait run(createCalls);\n`,
  );
  const build = await rolldown({ input: entry, platform: "node", external: /^[^./]/, logLevel: "warn" });
  const file = join(files.folder, `${name}.mjs`);
  await build.write({ file, format: "esm", codeSplitting: false });
  await build.close();
  return file;
}

it("compiles all clients with the generated types", async () => {
  const options =
    "--noEmit --strict --skipLibCheck --target es2024 --module esnext --moduleResolution bundler --allowImportingTsExtensions --types node";
  const sources = CLIENTS.map(([name]) => `${name}.ts`);
  const args = [files.packageFile("typescript/bin/tsc"), ...options.split(" "), ...sources];
  expect(await runNode(args, files.folder)).toBe("");
});

describe.each(CLIENTS)("%s", (name, title) => {
  it("calls all operations of the mock server", async () => {
    const server = await startServer();
    const inputs = callInputs(server);
    const output = await runNode([await bundle(name)], files.folder, JSON.stringify(inputs));
    await server.close();
    const outcomes = JSON.parse(output) as Record<string, Outcome>;
    const cells = Object.entries(outcomes).map(([id, { error = "yes" }]) => [`\`${id}\``, error] as const);
    table.set(title, new Map(cells));
    const { users, invites } = server.workspace;
    expect(outcomes).toMatchObject(expectedOutcomes(inputs));
    expect(users.filter(({ id }) => inputs.userIds.includes(id))).toEqual([]);
    expect(invites.filter(({ email }) => inputs.emails.includes(email))).toEqual([]);
  });
});

it("matches the table in the README of the mock", async () => {
  const readme = await readFile(join(REPOSITORY, "packages/msw/README.md"), "utf8");
  expect(readTable(readme, "## Use it with other clients")).toBe(formatTable(table));
});
