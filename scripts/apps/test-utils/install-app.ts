import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { inject } from "vitest";
import { installPackages } from "../../src/install-packages.ts";
import { readRecipe } from "../../published/read-examples.ts";
import { REPOSITORY } from "../../src/repository.ts";

/** An application with its dependencies, in a temporary folder. */
export interface InstalledApp {
  /** The path of the application. */
  readonly folder: string;
  /** The folder of its third-party dependencies. */
  readonly dependencies: string;
  /** Runs a program of a dependency, or a program by its path. @throws with the output of the program if it fails. */
  readonly run: (program: string, ...args: readonly string[]) => string;
  readonly remove: () => void;
}

type Versions = Readonly<Record<string, string>>;

/**
 * Copies an application of `packages/examples` and installs its dependencies.
 *
 * @param versions versions to install instead of those in this repository
 */
export function installExample(name: string, versions: Versions = {}): InstalledApp {
  const source = join(REPOSITORY, "packages/examples", name);
  const { dependencies, devDependencies } = readManifest(join(source, "package.json"));
  const names = Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !isOurs(name));
  const installed = names.map((name) => [
    name,
    readManifest(join(source, "node_modules", name, "package.json")).version,
  ]);
  return copyApp(source, { ...Object.fromEntries(installed), ...versions });
}

/** Writes the files in the README of `packages/examples/NAME`, and installs the dependencies in its `package.json`. */
export function installRecipe(name: string): InstalledApp {
  const files = readRecipe(readFileSync(join(REPOSITORY, "packages/examples", name, "README.md"), "utf8"));
  const { dependencies, devDependencies }: PackageJson = JSON.parse(files.get("package.json") ?? "{}");
  const all = Object.entries({ ...dependencies, ...devDependencies }).filter(([name]) => !isOurs(name));
  const app = installFrom(name, Object.fromEntries(all));
  for (const [path, text] of files) {
    mkdirSync(dirname(join(app.folder, path)), { recursive: true });
    writeFileSync(join(app.folder, path), text);
  }
  return app;
}

/** Copies an application of `apps/` and installs its dependencies. */
export function installApp(name: string, dependencies: Versions): InstalledApp {
  return copyApp(join(import.meta.dirname, "..", name), dependencies);
}

/** The names of files that are not part of an application's source. */
const DERIVED = ["node_modules", "dist", "build", ".next", ".react-router"];

function copyApp(source: string, dependencies: Versions): InstalledApp {
  const app = installFrom(basename(source), dependencies);
  cpSync(source, app.folder, { recursive: true, filter: (path) => !DERIVED.includes(basename(path)) });
  return app;
}

/**
 * Creates the folder of an application and installs dependencies.
 *
 * Installs third-party dependencies from the registry, and caches them between runs. Unpacks the packages of this repository from tarballs.
 */
function installFrom(name: string, dependencies: Versions): InstalledApp {
  const installed = installPackages({ ...ourDependencies(), ...dependencies });
  const folder = mkdtempSync(join(installed, `${name}-`));
  for (const { name, tarball } of inject("packages")) {
    const target = join(folder, "node_modules", name);
    mkdirSync(target, { recursive: true });
    execFileSync("tar", ["xzf", tarball, "--strip-components=1", "-C", target]);
  }
  return {
    folder,
    dependencies: installed,
    run: (program, ...args) =>
      runProgram(process.execPath, [resolve(installed, "node_modules/.bin", program), ...args], folder),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Returns the third-party dependencies in the packed manifests of our packages. */
function ourDependencies(): Record<string, string> {
  const manifests = inject("packages").map(({ tarball }) => {
    const text = execFileSync("tar", ["xzOf", tarball, "package/package.json"], { encoding: "utf8" });
    const { dependencies = {} }: { dependencies?: Record<string, string> } = JSON.parse(text);
    return dependencies;
  });
  const all = Object.entries(Object.assign({}, ...manifests) as Record<string, string>);
  return Object.fromEntries(all.filter(([name]) => !isOurs(name)));
}

function isOurs(name: string): boolean {
  return name.startsWith("@segment-iam/");
}

interface PackageJson {
  readonly version: string;
  readonly dependencies?: Versions;
  readonly devDependencies?: Versions;
}

function readManifest(path: string): PackageJson {
  return JSON.parse(readFileSync(path, "utf8"));
}

/** Runs a program and returns its output. @throws with the output of the program if it fails. */
export function runProgram(program: string, args: readonly string[], cwd: string, env = environment()): string {
  try {
    return execFileSync(program, args, {
      cwd,
      env,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
      timeout: 400_000,
    });
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    throw new Error(`${program} ${args.join(" ")} failed:\n${stdout}\n${stderr}`, { cause: error });
  }
}

/** Returns the environment variables for an application, without the token and those of the test runner. */
export function environment(): NodeJS.ProcessEnv {
  const removed = new Set(["TEST", "VITEST", "NODE_OPTIONS", "SEGMENT_TOKEN"]);
  const rest = Object.entries(process.env).filter(([name]) => !removed.has(name));
  return { ...Object.fromEntries(rest), NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
}
