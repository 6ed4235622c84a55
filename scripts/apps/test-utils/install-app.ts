import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { inject } from "vitest";
import { installPeers } from "../../bench/install-peers.ts";

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

/**
 * Copies an application of `apps/` and installs its dependencies.
 *
 * Third-party dependencies come from the registry, once for all runs. Our packages are unpacked from their tarballs.
 */
export function installApp(name: string, dependencies: Readonly<Record<string, string>>): InstalledApp {
  const installed = installPeers({ ...ourDependencies(), ...dependencies });
  const folder = mkdtempSync(join(installed, `${name}-`));
  cpSync(join(import.meta.dirname, "..", name), folder, { recursive: true });
  for (const { name, tarball } of inject("packages")) {
    const target = join(folder, "node_modules", name);
    mkdirSync(target, { recursive: true });
    execFileSync("tar", ["xzf", tarball, "--strip-components=1", "-C", target]);
  }
  return {
    folder,
    dependencies: installed,
    run: (program, ...args) => runProgram(resolve(installed, "node_modules/.bin", program), args, folder),
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
  return Object.fromEntries(all.filter(([name]) => !name.startsWith("@segment-iam/")));
}

function runProgram(program: string, args: readonly string[], cwd: string): string {
  try {
    return execFileSync(process.execPath, [program, ...args], {
      cwd,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
      env: environment(),
      timeout: 400_000,
    });
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    throw new Error(`${program} ${args.join(" ")} failed:\n${stdout}\n${stderr}`, { cause: error });
  }
}

/** Returns the environment variables for an application, without those of the test runner. */
export function environment(): NodeJS.ProcessEnv {
  const { NODE_ENV: _, VITEST: __, NODE_OPTIONS: ___, ...rest } = process.env;
  return { ...rest, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
}
