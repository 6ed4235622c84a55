import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { installComparedPackages } from "../install-peers.ts";

const root = join(import.meta.dirname, "../../..");

/** A folder from which the peers and the workspace packages can be imported. */
export interface PeersFolder {
  readonly folder: string;
  /** Bundles with esbuild and returns the output file. `options` are those of esbuild. */
  readonly bundle: (options: object) => Promise<Uint8Array>;
}

/** The part of esbuild that the benchmark uses. It is installed with the peers. */
interface Esbuild {
  build(options: object): Promise<{ readonly outputFiles: readonly { readonly contents: Uint8Array }[] }>;
}

/** Installs the peers, runs their code generators and links the built packages of the workspace. */
export function preparePeers(): PeersFolder {
  const folder = installComparedPackages({
    "@hey-api/openapi-ts": "0.99.0",
    "@octokit/core": "7.0.8",
    "@octokit/plugin-paginate-rest": "16.0.0",
    "@octokit/plugin-retry": "8.1.1",
    "@octokit/plugin-throttling": "11.0.5",
    "@octokit/request": "10.0.16",
    "@segment/public-api-sdk-typescript": "47.0.0-b8398",
    "@types/node": "24.0.0",
    axios: "1.21.1",
    bottleneck: "2.19.5",
    esbuild: "0.28.2",
    ky: "2.1.0",
    "openapi-fetch": "0.17.0",
    "openapi-typescript": "7.13.0",
    orval: "8.20.0",
    "p-retry": "7.1.1",
    typescript: "5.9.3",
  });
  linkWorkspacePackages(folder);
  generatePeerClients(folder);
  const { build }: Esbuild = createRequire(join(folder, "package.json"))("esbuild");
  return {
    folder,
    async bundle(options) {
      const { outputFiles } = await build({ ...options, bundle: true, write: false, format: "esm" });
      return outputFiles[0]?.contents ?? new Uint8Array();
    },
  };
}

function linkWorkspacePackages(folder: string): void {
  mkdirSync(join(folder, "node_modules/@segment-iam"), { recursive: true });
  for (const name of ["types", "client", "helpers"]) {
    const link = join(folder, "node_modules/@segment-iam", name);
    rmSync(link, { force: true });
    symlinkSync(join(root, "packages", name), link);
  }
  for (const name of ["client", "helpers"]) {
    if (existsSync(join(root, "packages", name, "dist/index.js"))) continue;
    throw new Error(`packages/${name} is not built. Run \`pnpm build\` first`);
  }
}

function generatePeerClients(folder: string): void {
  const input = join(root, "spec/iam-users.yaml");
  const plugins = ["@hey-api/typescript", "@hey-api/sdk", "@hey-api/client-fetch"];
  const heyApi = { input, output: join(folder, "generated/hey-api"), plugins, logs: { level: "silent" } };
  const orval = { api: { input: { target: input }, output: { target: "generated/orval.ts", client: "fetch" } } };
  writeFileSync(join(folder, "hey-api.config.mjs"), `export default ${JSON.stringify(heyApi)};\n`);
  writeFileSync(join(folder, "orval.config.mjs"), `export default ${JSON.stringify(orval)};\n`);
  run(folder, "@hey-api/openapi-ts", "-f", "hey-api.config.mjs");
  run(folder, "orval", "--config", "orval.config.mjs");
  run(folder, "openapi-typescript", input, "-o", "generated/paths.ts");
}

/** Runs the program of an installed peer and returns its output. @throws {Error} When it fails, with its output. */
export function run(folder: string, name: string, ...args: readonly string[]): string {
  const { bin }: { bin: string | Record<string, string> } = JSON.parse(
    readFileSync(join(folder, "node_modules", name, "package.json"), "utf8"),
  );
  const file = typeof bin === "string" ? bin : (bin[name] ?? Object.values(bin)[0] ?? "");
  const program = join(folder, "node_modules", name, file);
  return execFileSync(process.execPath, [program, ...args], { cwd: folder, encoding: "utf8", stdio: "pipe" });
}
