import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { REPOSITORY } from "../src/repository.ts";
import { installIsolated } from "./isolated-layout.ts";
import { typeCheck } from "./type-check.ts";

/** Each published package with values, and the sibling packages that a library needs to call it. */
const libraries: readonly (readonly [name: string, siblings: readonly string[]])[] = [
  ["client", []],
  ["helpers", ["client"]],
  ["react", ["client", "msw"]],
  ["msw", ["client"]],
  ["proxy", ["client"]],
];

describe.each(libraries)("a library that depends on @segment-iam/%s", (name, siblings) => {
  it("emits declarations for every export that it wraps and re-exports", async () => {
    const project = createProject(name, siblings);
    const entries = entriesOf(name);
    const files = await Promise.all(
      entries.map(async (entry, index) => [`entry${index}.ts`, await wrap(entry)] as const),
    );
    expect(emitDeclarations(project, Object.fromEntries(files))).toBe("");
    for (const [file] of files) {
      const declarations = readFileSync(join(project, "lib", file.replace(".ts", ".d.ts")), "utf8");
      expect(declarations).not.toMatch(/\/\.pnpm\/|import\("\.\.?\//);
    }
  });
});

/** Expressions that users export from a library, whose types come from a package that the library does not depend on. */
const inferred = `
import { createIamClient, deleteUsers } from "@segment-iam/client";
import { useBulk, useDeleteUsers, useListUsers, useListUsersInfinite, useRateLimit } from "@segment-iam/react";
import { listUsersInfiniteQueryKey, listUsersOptions, listUsersQueryKey } from "@segment-iam/react/query";

export const iam = createIamClient({ token: "sgp_x" });
export const useDeletionLimit = () => useRateLimit(deleteUsers);
export const useDeletionProgress = () => useBulk(deleteUsers).progress;
export const useDeletionReport = () => useBulk(deleteUsers).result;
export const getUsers = () => iam.GET("/users");
export const key = listUsersQueryKey(iam, {});
export const infiniteKey = listUsersInfiniteQueryKey(iam, {});
export const options = listUsersOptions(iam);
export const useUserNames = () => useListUsers({}, { select: ({ users }) => users.map(({ name }) => name) });
export const usePages = () => useListUsersInfinite();
export const useDeletion = () => useDeleteUsers({ onMutate: ({ userIds }) => userIds.length });
function wrap<Args extends readonly unknown[], Result>(hook: (...args: Args) => Result) {
  return (...args: Args): Result => hook(...args);
}
export const useWrapped = wrap(useDeleteUsers);
export const useWrappedList = wrap(useListUsers);
`;

/** Uses the declarations of `inferred`. */
const consumer = `
import type { ListUsersData } from "@segment-iam/client";
import { QueryClient } from "@tanstack/react-query";
import { infiniteKey, key } from "./lib/library.js";

declare function check<A, B>(isEqual: (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false): void;
const queryClient = new QueryClient();
const data = queryClient.getQueryData(key);
check<typeof data, ListUsersData | undefined>(true);
const pages = queryClient.getQueryData(infiniteKey);
check<NonNullable<typeof pages>["pages"], ListUsersData[]>(true);
`;

it.each(["node_modules/typescript", "scripts/node_modules/typescript"])(
  "keeps the inferred types in the declarations of a library, compiled with %s",
  (compiler) => {
    const project = createProject("react", ["client"]);
    expect(emitDeclarations(project, { "library.ts": inferred }, compiler)).toBe("");
    writeFileSync(join(project, "consumer.ts"), consumer);
    const compilerOptions = { noEmit: true, skipLibCheck: false };
    expect(typeCheck(project, { files: ["consumer.ts"], compilerOptions, compiler })).toBe("");
  },
);

function createProject(name: string, siblings: readonly string[]): string {
  const project = mkdtempSync(join(tmpdir(), "library-"));
  onTestFinished(() => rmSync(project, { recursive: true }));
  installIsolated(project, [name, ...siblings]);
  return project;
}

/** Returns the import specifiers of a package's entries. */
function entriesOf(name: string): string[] {
  const manifest = readFileSync(join(REPOSITORY, "packages", name, "package.json"), "utf8");
  const { exports }: { exports: Record<string, unknown> } = JSON.parse(manifest);
  const paths = Object.keys(exports).filter((path) => !path.endsWith(".json"));
  return paths.map((path) => `@segment-iam/${name}${path.slice(1)}`);
}

/** Returns a module that re-exports every value of an entry, and wraps every function in a function with inferred types. */
async function wrap(entry: string): Promise<string> {
  const [, name = "", path = ""] = /^@segment-iam\/(\w+)\/?(.*)$/.exec(entry) ?? [];
  const values: Record<string, unknown> = await import(
    join(REPOSITORY, "packages", name, "dist", `${path || "index"}.js`)
  );
  const lines = Object.entries(values).map(([key, value]) => {
    const isPlainFunction = typeof value === "function" && !/^class\b/.test(String(value));
    const wrapper = `export const wrapped_${key} = (...args: Parameters<typeof entry.${key}>) => entry.${key}(...args);`;
    return `export const ${key} = entry.${key};\n${isPlainFunction ? wrapper : ""}`;
  });
  return `import * as entry from "${entry}";\n${lines.join("\n")}\n`;
}

/** Writes the modules, emits their declarations into `lib` and returns the errors. */
function emitDeclarations(project: string, modules: Readonly<Record<string, string>>, compiler?: string): string {
  for (const [file, code] of Object.entries(modules)) writeFileSync(join(project, file), code);
  const compilerOptions = { declaration: true, emitDeclarationOnly: true, outDir: "lib" };
  return typeCheck(project, { files: Object.keys(modules), compilerOptions, compiler });
}
