import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { REPOSITORY } from "../src/repository.ts";
import { findProgram, installPeers } from "./install-peers.ts";

/** A folder in which code can import the peers and the built packages of the workspace. */
export interface PeersFolder {
  readonly folder: string;
  /** Bundles an ES module with esbuild and returns it. `options` are those of esbuild. */
  readonly bundle: (options: object) => Promise<Uint8Array>;
  /**
   * Runs the program of a peer and returns its output.
   *
   * @throws {Error} When it fails, with its output. The type checker may fail, because the benchmarks count its errors.
   */
  readonly run: (name: string, ...args: readonly string[]) => string;
}

/** The part of esbuild that the benchmarks use. */
interface Esbuild {
  build(options: object): Promise<{ readonly outputFiles: readonly { readonly contents: Uint8Array }[] }>;
}

/**
 * Installs the peers, which include esbuild, and links packages of the workspace.
 *
 * @param linked names without the scope, such as `client`
 * @throws {Error} If a linked package is not built
 */
export function createPeersFolder(packages: Readonly<Record<string, string>>, linked: readonly string[]): PeersFolder {
  const folder = installPeers(packages);
  for (const name of linked) linkWorkspacePackage(folder, name);
  const { build }: Esbuild = createRequire(join(folder, "package.json"))("esbuild");
  return {
    folder,
    async bundle(options) {
      const { outputFiles } = await build({
        ...options,
        bundle: true,
        write: false,
        format: "esm",
        jsx: "automatic",
        // The second folder holds the generated code of the peers.
        nodePaths: [join(folder, "node_modules"), folder],
      });
      return outputFiles[0]?.contents ?? new Uint8Array();
    },
    run(name, ...args) {
      const program = [findProgram(folder, name), ...args];
      const { status, stdout, stderr } = spawnSync(process.execPath, program, { cwd: folder, encoding: "utf8" });
      if (status === 0 || name === "typescript") return stdout;
      throw new Error(`${name} ${args.join(" ")} exited with code ${status}:\n${stdout}\n${stderr}`);
    },
  };
}

function linkWorkspacePackage(folder: string, name: string): void {
  const target = join(REPOSITORY, "packages", name);
  if (!existsSync(join(target, "dist"))) throw new Error(`packages/${name} is not built. Run \`pnpm build\` first`);
  const link = join(folder, "node_modules/@segment-iam", name);
  mkdirSync(join(folder, "node_modules/@segment-iam"), { recursive: true });
  rmSync(link, { force: true });
  symlinkSync(target, link);
}
