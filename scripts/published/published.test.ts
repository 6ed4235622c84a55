import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, posix } from "node:path";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { afterAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { REPOSITORY } from "../src/repository.ts";
import { packPackages } from "./pack-packages.ts";

/** The packages that a project installs in addition to the tarballs. */
const peers = [
  "@opentelemetry/api",
  "@tanstack/react-query",
  "@types/node",
  "@types/react",
  "msw",
  "react",
  "react-dom",
  "typescript",
];

const project = mkdtempSync(join(tmpdir(), "consumer-"));
const packages = packPackages(REPOSITORY, project);
const specifiers = packages.flatMap(({ specifiers }) => specifiers);

afterAll(() => rmSync(project, { recursive: true }));

describe.each(packages)("$name", ({ name, tarball }) => {
  const data = readFileSync(tarball);

  it("passes publint", async () => {
    const { messages, pkg } = await publint({ pack: { tarball: new Uint8Array(data).buffer }, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
  });

  it("resolves types from ESM and bundlers", async () => {
    const analysis = await checkPackage(createPackageFromTarballData(data));
    const resolutions = new Set(["node16-esm", "bundler"]);
    const problems = analysis.types
      ? analysis.problems.filter((problem) => !("resolutionKind" in problem) || resolutions.has(problem.resolutionKind))
      : ["no types"];
    // The types package has no run-time entry.
    const expected = name === "@segment-iam/types" ? problems.filter(isNoResolution) : [];
    expect(problems.filter((problem) => !expected.includes(problem))).toEqual([]);
  });

  it("contains the build, the mapped sources and documents, but no tests", () => {
    const files = list(tarball);
    const expected =
      /^(dist\/.+\.(js|d\.ts)(\.map)?|src\/.+\.(tsx?|json)|(CHANGELOG|README|REFERENCE)\.md|LICENSE|package\.json)$/;
    const tests = /\.test(-d)?\.|\/test-utils\//;
    expect(files.filter((file) => !expected.test(file) || tests.test(file))).toEqual([]);
    expect(files).toEqual(expect.arrayContaining(["LICENSE", "README.md", "package.json"]));
    const maps = files.filter((file) => file.endsWith(".map"));
    const sources = maps.flatMap((map) => sourcesOf(map, read(tarball, map)));
    expect(sources.filter((source) => !files.includes(source))).toEqual([]);
    const built = files.filter((file) => /^dist\/.+\.(js|d\.ts)$/.test(file));
    const mapped = built.filter((file) => /^\/\/# sourceMappingURL=/m.test(read(tarball, file)));
    expect(mapped.map((file) => `${file}.map`).toSorted()).toEqual(maps.toSorted());
    expect(maps).not.toEqual([]);
  });

  it("is an ES module with the types condition first, without side effects and install scripts", () => {
    const manifest = JSON.parse(read(tarball, "package.json"));
    expect(manifest).toMatchObject({
      type: "module",
      sideEffects: false,
      engines: { node: ">=20.19" },
      license: "MIT",
    });
    const conditions = Object.entries<object>(manifest.exports).filter(([path]) => !path.endsWith(".json"));
    expect(conditions.filter(([, entry]) => Object.keys(entry)[0] !== "types")).toEqual([]);
    const scripts = Object.keys(manifest.scripts ?? {}).filter((script) =>
      /^(pre|post)?(install|prepare)$/.test(script),
    );
    expect(scripts).toEqual([]);
  });
});

describe("a new project with the tarballs", () => {
  it("installs them, imports every entry, type-checks, validates with the JSON Schemas and runs segment-iam-mock --help", () => {
    writeFileSync(join(project, "package.json"), JSON.stringify({ private: true, type: "module" }));
    const tarballs = packages.map(({ tarball }) => tarball);
    run("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", ...tarballs, ...peers.map(withCatalogVersion));

    const runnable = specifiers.filter((specifier) => specifier !== "@segment-iam/types");
    writeFileSync(join(project, "import.mjs"), runnable.map(importAll).join("\n"));
    const exported = run("node", "import.mjs").trim().split("\n");
    expect(exported.map((line) => line.split(": ")[0])).toEqual(runnable);
    expect(exported.filter((line) => line.endsWith(": 0"))).toEqual([]);

    writeFileSync(join(project, "use.ts"), `${specifiers.map(importTypes).join("\n")}\n${use}`);
    for (const resolution of resolutions) {
      const options = { ...compilerOptions, ...resolution };
      writeFileSync(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions: options, files: ["use.ts"] }));
      expect(run(join(project, "node_modules/.bin/tsc"), "-p", ".")).toBe("");
    }

    writeFileSync(join(project, "documents.mjs"), readDocuments);
    const { invalid, operations } = JSON.parse(run("node", "documents.mjs"));
    expect(invalid).toEqual([{ id: 1 }]);
    expect(operations).toBeGreaterThan(0);

    expect(run("npx", "--offline", "@segment-iam/msw", "--help")).toContain("Usage: segment-iam-mock");
  });
});

/** The compiler options of the supported module resolutions. */
const resolutions = [{ module: "nodenext" }, { module: "node16" }, { module: "preserve", moduleResolution: "bundler" }];

const compilerOptions = {
  target: "es2022",
  strict: true,
  noEmit: true,
  skipLibCheck: false,
  lib: ["es2023", "dom", "dom.iterable"],
  types: ["node"],
};

const use = `
import { createIamClient, listUsers } from "@segment-iam/client";
import { useListUsersInfinite } from "@segment-iam/react";
const { users } = await listUsers(createIamClient({ token: "sgp_x" }), { pagination: { count: 50 } });
export const email: string | undefined = users[0]?.email;
export const useUsers = (): string[] => useListUsersInfinite().data?.pages.flatMap(({ users }) => users.map(({ name }) => name)) ?? [];
`;

/** Returns the files of a tarball. */
function list(tarball: string): string[] {
  const output = execFileSync("tar", ["tzf", tarball], { encoding: "utf8" });
  return output
    .trim()
    .split("\n")
    .map((file) => file.replace("package/", ""));
}

/** Returns the text of a file of a tarball. */
function read(tarball: string, file: string): string {
  return execFileSync("tar", ["xzOf", tarball, `package/${file}`], { encoding: "utf8" });
}

/** Returns the sources of a map, relative to the package. */
function sourcesOf(path: string, map: string): string[] {
  const { sources }: { sources: string[] } = JSON.parse(map);
  return sources.map((source) => posix.join(dirname(path), source));
}

function importAll(specifier: string): string {
  return `console.log("${specifier}: " + Object.keys(await import("${specifier}")).length);`;
}

/** Validates the users of the mock with the JSON Schemas of the types package, and counts the operations of its OpenAPI document. */
const readDocuments = `
import { createMockWorkspace } from "@segment-iam/msw/workspace";
import { Validator } from "@cfworker/json-schema";
import document from "@segment-iam/types/openapi.json" with { type: "json" };
import schemas from "@segment-iam/types/json-schemas.json" with { type: "json" };
const validator = new Validator({ ...schemas, $ref: "#/$defs/UserV1" }, "2020-12");
const users = [...createMockWorkspace({ users: 20 }).users, { id: 1 }];
const invalid = users.filter((user) => !validator.validate(user).valid);
const operations = Object.values(document.paths).flatMap((path) => Object.values(path)).filter(({ operationId }) => operationId);
console.log(JSON.stringify({ invalid, operations: operations.length }));
`;

function importTypes(specifier: string, index: number): string {
  return `export type * as entry${index} from "${specifier}";`;
}

function isNoResolution(problem: unknown): boolean {
  return typeof problem === "object" && problem !== null && Reflect.get(problem, "kind") === "NoResolution";
}

/** Returns the specifier of a package with its version in the workspace's catalog. */
function withCatalogVersion(name: string): string {
  const { catalog } = parse(readFileSync(join(REPOSITORY, "pnpm-workspace.yaml"), "utf8")) as WorkspaceFile;
  return `${name}@${catalog[name]}`;
}

interface WorkspaceFile {
  readonly catalog: Readonly<Record<string, string>>;
}

/** Runs a command in the project and returns its output. @throws {Error} with the output if the command fails */
function run(command: string, ...args: string[]): string {
  try {
    return execFileSync(command, args, {
      cwd: project,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
      timeout: 150_000,
    });
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    throw new Error(`${command} ${args.join(" ")} failed:\n${stdout}\n${stderr}`, { cause: error });
  }
}
