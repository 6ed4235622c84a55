import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

interface PackageJson {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

const packages = join(import.meta.dirname, "../../packages");

/**
 * Installs built packages of the workspace like pnpm does: `node_modules` has only the given packages and their peers, and each package
 * sees only its own dependencies. Writes the `package.json` of the project.
 *
 * The workspace itself does not have this layout, because its packages are outside of `node_modules`.
 *
 * @param names names without the scope, such as `react`
 */
export function installIsolated(project: string, names: readonly string[]): void {
  const store = join(project, "node_modules/.pnpm");
  const stored = new Set<string>();
  const peers = names.flatMap((name) =>
    Object.keys(manifestOf(name).peerDependencies ?? {})
      .flatMap((peer) => (peer === "react" ? [peer, "@types/react"] : [peer]))
      .map((peer) => [peer, name] as const),
  );
  const dependencies = new Map([...names.map((name) => [`@segment-iam/${name}`, name] as const), ...peers]);
  for (const [dependency, owner] of dependencies) link(dependency, join(project, "node_modules"), owner);
  // TypeScript finds the links of a package by its dependencies.
  const versions = Object.fromEntries(Array.from(dependencies.keys(), (dependency) => [dependency, "*"]));
  writeFileSync(
    join(project, "package.json"),
    JSON.stringify({ private: true, type: "module", dependencies: versions }),
  );

  /** Links a package into `node_modules`: a copy of our own package, or the package that `owner` depends on. */
  function link(specifier: string, nodeModules: string, owner: string): void {
    const [, own] = /^@segment-iam\/(.+)$/.exec(specifier) ?? [];
    const target = own === undefined ? join(packages, owner, "node_modules", specifier) : copy(own);
    mkdirSync(dirname(join(nodeModules, specifier)), { recursive: true });
    symlinkSync(target, join(nodeModules, specifier));
  }

  /** Copies a package into the store, and links its dependencies beside it. */
  function copy(name: string): string {
    const nodeModules = join(store, name, "node_modules");
    const folder = join(nodeModules, "@segment-iam", name);
    if (stored.has(name)) return folder;
    stored.add(name);
    cpSync(join(packages, name, "dist"), join(folder, "dist"), { recursive: true });
    cpSync(join(packages, name, "package.json"), join(folder, "package.json"));
    const { dependencies, peerDependencies } = manifestOf(name);
    for (const dependency of Object.keys({ ...dependencies, ...peerDependencies })) link(dependency, nodeModules, name);
    return folder;
  }
}

function manifestOf(name: string): PackageJson {
  return JSON.parse(readFileSync(join(packages, name, "package.json"), "utf8"));
}
