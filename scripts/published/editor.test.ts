import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { afterAll, expect, it } from "vitest";
import { parse } from "yaml";
import { REPOSITORY } from "../src/repository.ts";
import { createLinkedProject } from "./linked-project.ts";

const project = createLinkedProject({ "@tanstack/react-query": "react", "@types/react": "react", react: "react" });
const file = join(project, "page.tsx");
const document = parse(readFileSync(join(REPOSITORY, "spec/iam-users.yaml"), "utf8"));

afterAll(() => rmSync(project, { recursive: true }));

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  jsx: ts.JsxEmit.ReactJSX,
  strict: true,
  types: [],
};

/** The content of the edited file and its version. */
const page = { text: "", version: 0 };

const service = ts.createLanguageService({
  getScriptFileNames: () => [file],
  getScriptVersion: (name) => (name === file ? String(page.version) : "1"),
  getScriptSnapshot: (name) => {
    const content = name === file ? page.text : ts.sys.readFile(name);
    return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
  },
  getCurrentDirectory: () => project,
  getCompilationSettings: () => options,
  getDefaultLibFileName: ts.getDefaultLibFilePath,
  fileExists: (name) => name === file || ts.sys.fileExists(name),
  readFile: (name) => (name === file ? page.text : ts.sys.readFile(name)),
  readDirectory: ts.sys.readDirectory,
  directoryExists: ts.sys.directoryExists,
  getDirectories: ts.sys.getDirectories,
  realpath: (name) => ts.sys.realpath?.(name) ?? name,
});

const imports = `import * as iam from "@segment-iam/react"; import * as query from "@segment-iam/react/query";
import { deleteUsers, listUsers, type IamClient } from "@segment-iam/client"; declare const client: IamClient;`;

/** Replaces the file's content with imports and `code`. Returns the position of the `|` in it. */
function setContent(code: string): number {
  const text = `${imports}\n${code}`;
  page.text = text.replace("|", "");
  page.version += 1;
  return text.indexOf("|");
}

function completionsAt(code: string): string[] {
  const completions = service.getCompletionsAtPosition(file, setContent(code), {});
  return completions?.entries.map(({ name }) => name) ?? [];
}

it.each([
  ["a hook by its operation", "iam.useListUsers|", ["useListUsers", "useListUsersInfinite", "useListUsersSuspense"]],
  ["an input", "iam.useListUsers({ | })", ["pagination"]],
  ["members of an input", "iam.useListUsers({ pagination: { | } })", ["count", "cursor"]],
  ["TanStack Query's options", "iam.useListUsers({}, { | })", ["select", "staleTime", "enabled", "retry"]],
  ["mutation options", "iam.useDeleteUsers({ | })", ["invalidate", "optimistic", "onSuccess"]],
  ["data", "iam.useGetUser({ userId: 'u' }).data?.user.|", ["email", "id", "name", "permissions"]],
  [
    "the items of an infinite query",
    "iam.useListUsersInfinite().data?.items[0]?.|",
    ["email", "id", "name", "permissions"],
  ],
  ["the argument of select", "iam.useListUsers({}, { select: (data) => data.| })", ["users", "pagination"]],
  ["mutation variables", "iam.useDeleteUsers().mutate({ | })", ["userIds"]],
  ["error members", "const { error } = iam.useListUsers(); error?.|", ["name", "message", "cause"]],
  ["error names", 'const { error } = iam.useListUsers(); error?.name === "|"', ["ApiError", "NetworkError"]],
  [
    "members of a narrowed error",
    'const { error } = iam.useListUsers(); if (error?.name === "ApiError") error.|',
    ["status", "errors", "retryAfterMs", "attempts"],
  ],
  ["a bulk run", "iam.useBulk(deleteUsers).|", ["start", "progress", "pause", "resume", "abort", "result", "reset"]],
  ["a rate limit", "iam.useRateLimit(deleteUsers).|", ["remaining", "limit", "resetAtMs", "blocked", "queued"]],
])("completes %s", (_case, code, names) => {
  expect(completionsAt(code)).toEqual(expect.arrayContaining(names));
});

it.each([
  ["a query hook", "iam.use|ListUsers()", document.paths["/users"].get.summary],
  ["an infinite query hook", "iam.use|ListUsersInfinite()", document.paths["/users"].get.summary],
  ["a mutation hook", "iam.use|DeleteUsers()", document.paths["/users"].delete.summary],
  ["an operation", "delete|Users", document.paths["/users"].delete.description.split("\n")[0]],
  ["an input", "iam.useGetUser({ user|Id: '' })", document.components.parameters.UserId.description],
  ["an item", "iam.useListUsersInfinite().data?.it|ems", "The items of all loaded pages in one list."],
])("shows the documentation of %s", (_case, code, text) => {
  const { documentation } = service.getQuickInfoAtPosition(file, setContent(code)) ?? {};
  // Comments are wrapped.
  expect(ts.displayPartsToString(documentation).replaceAll(/\s+/g, " ")).toContain(text);
});

it.each([
  ["const { da|ta } = iam.useListUsers()", "ListUsersData | undefined"],
  [
    "const { da|ta } = iam.useListUsers({}, { initialData: { users: [], pagination: { current: '' } } })",
    "ListUsersData",
  ],
  ["const us|ers = iam.useListUsers().data?.users", "UserV1[] | undefined"],
  ["const us|er = iam.useGetUserSuspense({ userId: 'u' }).data.user", "UserV1"],
  ["const { da|ta } = iam.useListUsersInfinite()", 'InfiniteItemsData<"listUsers"> | undefined'],
  ["const it|ems = iam.useListUsersInfinite().data?.items", "UserV1[] | undefined"],
  ["const pa|ges = iam.useListUsersInfinite().data?.pages", "ListUsersData[] | undefined"],
  ["const { err|or } = iam.useListUsers()", "IamFailure | null"],
  ["const res|ult = iam.useListUsers()", "UseQueryResult<ListUsersData, IamFailure>"],
  [
    "const mut|ation = iam.useDeleteUsers()",
    "UseMutationResult<DeleteUsersData, IamFailure, DeleteUsersInput, unknown>",
  ],
  ["const { vari|ables } = iam.useDeleteUsers()", "DeleteUsersInput | undefined"],
  ["const { sta|rt } = iam.useBulk(deleteUsers)", "(list: Iterable<string> & object) => Promise<BulkReport<string>>"],
  ["const lim|it = iam.useRateLimit(deleteUsers)", "RateLimitState"],
  ["const k|ey = query.listUsersQueryKey(client)", "IamQueryKey<ListUsersData>"],
  ["const k|ey = query.listUsersKey(client)", "IamKeyPrefix"],
  ["const opt|ions = query.listUsersOptions(client)", "IamQueryOptions<ListUsersData, ListUsersData>"],
  [
    "const opt|ions = query.listUsersInfiniteOptions(client)",
    'IamInfiniteOptions<ListUsersData, InfiniteItemsData<"listUsers">>',
  ],
  [
    "const opt|ions = query.deleteUsersMutationOptions(client)",
    "IamMutationOptions<DeleteUsersData, DeleteUsersInput>",
  ],
  ["const da|ta = await listUsers(client)", "ListUsersData"],
  ["iam.useListUsersInfinite({}, { select: (da|ta) => data.items })", 'InfiniteItemsData<"listUsers">'],
  [
    "iam.use|ListUsers()",
    "(input?: InputOrSkipToken<ListUsersInput> | undefined, options?: QueryOverrides<ListUsersData, ListUsersData> | undefined, " +
      "queryClient?: QueryClient | undefined) => UseQueryResult<ListUsersData, IamFailure>",
  ],
  [
    "iam.use|GetUserSuspense({ userId: 'u' })",
    "(input: GetUserInput, options?: SuspenseQueryOverrides<GetUserData, GetUserData> | undefined, " +
      "queryClient?: QueryClient | undefined) => UseSuspenseQueryResult<GetUserData, IamFailure>",
  ],
])("shows named types: %s", (code, type) => {
  expect(typeShownAt(code)).toBe(type);
});

/** Returns the type in the hover text. Omits the names of namespace imports. */
function typeShownAt(code: string): string {
  const { displayParts } = service.getQuickInfoAtPosition(file, setContent(code)) ?? {};
  const text = ts.displayPartsToString(displayParts).replaceAll(/\b(iam|query)\./g, "");
  const [signature = ""] = text.split(/ \(\+\d+ overload|\nexport /);
  const [, parameters, result] = /^\(alias\) \w+<\w+>(\(.*\)): (.+)$/.exec(signature) ?? [];
  return parameters === undefined ? signature.slice(signature.indexOf(": ") + 2) : `${parameters} => ${result}`;
}

it.each(["iam.useBulk(deleteUsers)", "iam.useListUsers()", "iam.useListUsersInfinite()", "iam.useDeleteUsers()"])(
  "declares the functions of %s as properties, so that they can be destructured",
  (code) => {
    const position = setContent(`const res|ult = ${code};`);
    const members = membersAt(position);
    expect(members.length).toBeGreaterThan(5);
    const methods = members.filter(({ declarations = [] }) => declarations.some(ts.isMethodSignature));
    expect(methods.map(({ name }) => name)).toEqual([]);
  },
);

/** Returns the members of the type of the variable at a position. */
function membersAt(position: number): readonly ts.Symbol[] {
  const program = service.getProgram();
  let members: readonly ts.Symbol[] = [];
  program?.getSourceFile(file)?.forEachChild(function visit(node): void {
    if (ts.isIdentifier(node) && node.getStart() < position && position < node.end) {
      const type = program.getTypeChecker().getTypeAtLocation(node);
      members = program.getTypeChecker().getPropertiesOfType(type);
    }
    node.forEachChild(visit);
  });
  return members;
}
