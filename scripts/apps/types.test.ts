import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { installApp, type InstalledApp } from "./test-utils/install-app.ts";

const compilers = {
  "5.4": "5.4.5",
  "5.5": "5.5.4",
  "5.6": "5.6.3",
  "5.7": "5.7.3",
  "5.8": "5.8.3",
  "5.9": "5.9.3",
  "6.0": "6.0.3",
  "7.0": "7.0.2",
};

/** The newest versions, and the oldest that `peerDependencies` allow. */
const environments = [
  {
    name: "the newest peers",
    query: "5.108.0",
    react: "19.3.0",
    node: "24.0.0",
    msw: "3.0.5",
    compilerVersions: Object.keys(compilers),
  },
  {
    name: "the oldest peers",
    query: "5.90.2",
    react: "18.0.0",
    node: "20.19.0",
    msw: "2.10.0",
    compilerVersions: ["5.4", "7.0"],
  },
];

/** The compiler options of the supported module resolutions. */
const resolutions = [{ module: "nodenext" }, { module: "node16" }, { module: "preserve", moduleResolution: "bundler" }];

describe.each(environments)("with $name", ({ query, react, node, msw, compilerVersions }) => {
  let app: InstalledApp;

  beforeAll(() => {
    const aliases = Object.entries(compilers).map(([minor, version]) => [
      `typescript-${minor}`,
      `npm:typescript@${version}`,
    ]);
    app = installApp("types-app", {
      "@opentelemetry/api": "1.10.0",
      "@tanstack/react-query": query,
      "@types/node": node,
      "@types/react": react,
      msw,
      ...Object.fromEntries(aliases),
    });
    const specifiers = inject("packages").flatMap(({ specifiers }) => specifiers);
    const lines = specifiers.map((specifier, index) => `export type * as entry${index} from "${specifier}";\n`);
    writeFileSync(join(app.folder, "every-entry.ts"), lines.join(""));
  });

  afterAll(() => app?.remove());

  describe.each(compilerVersions)("TypeScript %s", (minor) => {
    it.each(resolutions)(
      "type-checks with $module",
      (resolution) => expect(typeErrors(app, minor, resolution)).toEqual([]),
      240_000,
    );
  });
});

/** Returns a compiler's errors in our declarations and in a module that uses them, without those in other packages. */
function typeErrors({ folder, dependencies }: InstalledApp, minor: string, resolution: object): string[] {
  const compiler = join(dependencies, "node_modules", `typescript-${minor}`);
  const { bin }: { bin: Record<string, string> } = JSON.parse(readFileSync(join(compiler, "package.json"), "utf8"));
  const compilerOptions = {
    target: "es2022",
    ...resolution,
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    skipLibCheck: false,
    lib: ["es2023", "dom", "dom.iterable"],
    types: ["node"],
  };
  const config = join(folder, `tsconfig.${minor}.json`);
  writeFileSync(config, JSON.stringify({ compilerOptions, files: ["every-entry.ts", "use.ts"] }));
  const output = compile(join(compiler, bin["tsc"] ?? ""), config, folder);
  const lines = output.split("\n").filter((line) => /: error TS|^error TS/.test(line));
  return lines.filter((line) => /^(error|use\.ts|every-entry\.ts)|@segment-iam\//.test(line));
}

function compile(program: string, config: string, cwd: string): string {
  try {
    return execFileSync(process.execPath, [program, "-p", config, "--pretty", "false"], { cwd, encoding: "utf8" });
  } catch (error) {
    return String((error as { stdout?: string }).stdout ?? error);
  }
}
