import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

import type { GeneratedFiles } from "../../generate.ts";
import { loadPackages, type EmittedOperation, type EmittedPackages } from "./emitted-packages.ts";
import { writeEmittedWorkspace } from "./emitted-workspace.ts";

/** A module that imports the packages by name, as an application does. */
const APP = `
export * as operations from "@segment-iam/client";
export { createIamClient } from "@segment-iam/client";
export * as query from "@segment-iam/react/query";
export * as hooks from "@segment-iam/react";
export { createMockWorkspace } from "@segment-iam/msw/workspace";
export { startMockServer } from "@segment-iam/msw/server";
export { createIamProxy } from "@segment-iam/proxy";
export * as tanstack from "@tanstack/react-query";
export { createElement } from "react";
export { renderToString } from "react-dom/server";
`;

type Fetch = typeof globalThis.fetch;

/** A user or role of a mock workspace. */
interface Named {
  id: string;
  name: string;
}

/** The part of a mock workspace that tests use. */
export interface BuiltWorkspace {
  users: (Named & { email: string; permissions?: { roleName: string }[] })[];
  invites: { email: string }[];
  roles: Named[];
  fetch: Fetch;
}

/** A running mock server. */
export interface BuiltServer {
  url: string;
  close(): Promise<void>;
}

/** The part of TanStack Query that tests use. */
interface TanStack {
  QueryClient: new (options?: object) => QueryClient;
  MutationObserver: new (queryClient: QueryClient, options: object) => { mutate(variables: object): Promise<unknown> };
  QueryClientProvider: unknown;
}

/** The part of a TanStack Query client that tests use. */
export interface QueryClient {
  fetchQuery(options: object): Promise<unknown>;
  fetchInfiniteQuery(options: object): Promise<{ pages: unknown[] }>;
}

/** The result of a hook of any kind. */
export interface HookResult {
  status: string;
  data: unknown;
  mutateAsync(variables: object): Promise<unknown>;
}

/** The exports of the built packages that tests use. */
export interface BuiltPackages {
  operations: Readonly<Record<string, EmittedOperation | undefined>>;
  createIamClient(options: {
    token?: string;
    baseUrl: string;
    headers?: Record<string, string>;
    fetch?: Fetch;
  }): object;
  /** The options builders by name. */
  query: Readonly<Record<string, ((client: object, input?: object) => object) | undefined>>;
  /** The provider and the hooks by name. */
  hooks: Readonly<Record<string, ((input?: object) => HookResult) | undefined>>;
  createMockWorkspace(options: object): BuiltWorkspace;
  startMockServer(options: { workspace: BuiltWorkspace }): Promise<BuiltServer>;
  createIamProxy(options: object): (request: Request) => Promise<Response>;
  tanstack: TanStack;
  createElement(component: unknown, props: object | null, ...children: unknown[]): object;
  renderToString(element: object): string;
}

/**
 * Emits a workspace into a temporary directory and loads its sources. Delete the directory at the end of the tests.
 *
 * @param names the packages to build, because sources of other packages import them by name
 */
export async function emitPackages(
  files: GeneratedFiles,
  names: readonly string[],
): Promise<{ directory: string; packages: EmittedPackages }> {
  const directory = await mkdtemp(join(tmpdir(), "segment-iam-emitted-"));
  try {
    await writeEmittedWorkspace(directory, files);
    for (const name of names) await buildPackage(directory, name);
    return { directory, packages: await loadPackages(directory) };
  } catch (error) {
    await rm(directory, { recursive: true });
    throw error;
  }
}

/** Builds a package of an emitted workspace with its build script. Returns the names of the built files. */
export async function buildPackage(directory: string, name: string): Promise<string[]> {
  const cwd = join(directory, "packages", name);
  const { scripts } = JSON.parse(await readFile(join(cwd, "package.json"), "utf8")) as { scripts: { build: string } };
  const [program = "", ...args] = scripts.build.split(" ");
  await promisify(execFile)(join(cwd, "node_modules/.bin", program), args, { cwd });
  return readdir(join(cwd, "dist"));
}

/** Loads the built packages with `require`, by name. */
export async function loadBuiltPackages(directory: string): Promise<BuiltPackages> {
  const file = join(directory, "packages/react/app.js");
  await writeFile(file, APP);
  return createRequire(file)(file) as BuiltPackages;
}
