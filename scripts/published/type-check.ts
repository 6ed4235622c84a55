import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { REPOSITORY } from "../src/repository.ts";

/** What to type-check, and how. */
export interface TypeCheckOptions {
  readonly files: readonly string[];
  /** Compiler options, merged over the defaults of a project for Node.js and browsers. */
  readonly compilerOptions?: object;
  /** The folder of the compiler in this repository. @default "node_modules/typescript" */
  readonly compiler?: string | undefined;
}

/** Writes the `tsconfig.json` of a project, and type-checks its files. Returns the errors. */
export function typeCheck(
  project: string,
  { files, compilerOptions, compiler = "node_modules/typescript" }: TypeCheckOptions,
): string {
  const defaults = {
    target: "es2022",
    module: "nodenext",
    strict: true,
    skipLibCheck: true,
    lib: ["es2023", "dom", "dom.iterable"],
    types: [],
  };
  writeFileSync(
    join(project, "tsconfig.json"),
    JSON.stringify({ compilerOptions: { ...defaults, ...compilerOptions }, files }),
  );
  try {
    const args = [join(REPOSITORY, compiler, "bin/tsc"), "-p", ".", "--pretty", "false"];
    return execFileSync(process.execPath, args, { cwd: project, encoding: "utf8" });
  } catch (error) {
    return String((error as { readonly stdout?: string }).stdout ?? error);
  }
}
