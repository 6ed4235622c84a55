import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { inject } from "vitest";
import { installPeers } from "../../bench/install-peers.ts";

/** An application in a folder of its own. */
export interface InstalledApp {
  readonly folder: string;
  /** Where its other dependencies are. */
  readonly dependencies: string;
  /** Runs a program that a dependency installs, or one by its path. @throws with what it printed when it fails. */
  readonly run: (program: string, ...words: readonly string[]) => string;
  readonly remove: () => void;
}

/**
 * Copies an application of `apps/` and installs what it needs: its dependencies from the registry, once for all runs, and beside it
 * our packages, unpacked from their tarballs.
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
    run: (program, ...words) => runProgram(resolve(installed, "node_modules/.bin", program), words, folder),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** What our packages depend on, as their packed manifests say. */
function ourDependencies(): Record<string, string> {
  const manifests = inject("packages").map(({ tarball }) => {
    const text = execFileSync("tar", ["xzOf", tarball, "package/package.json"], { encoding: "utf8" });
    const { dependencies = {} }: { dependencies?: Record<string, string> } = JSON.parse(text);
    return dependencies;
  });
  const theirs = Object.entries(Object.assign({}, ...manifests) as Record<string, string>);
  return Object.fromEntries(theirs.filter(([name]) => !name.startsWith("@segment-iam/")));
}

function runProgram(program: string, words: readonly string[], cwd: string): string {
  try {
    return execFileSync(process.execPath, [program, ...words], {
      cwd,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
      env: environment(),
      timeout: 400_000,
    });
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    throw new Error(`${program} ${words.join(" ")} failed:\n${stdout}\n${stderr}`, { cause: error });
  }
}

/** The environment of an application: the test runner's own settings would make it a test. */
export function environment(): NodeJS.ProcessEnv {
  const { NODE_ENV: _, VITEST: __, NODE_OPTIONS: ___, ...rest } = process.env;
  return { ...rest, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
}
