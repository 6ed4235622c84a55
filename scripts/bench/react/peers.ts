import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { PeersFolder } from "../client/peers.ts";
import { installComparedPackages } from "../install-peers.ts";

const root = join(import.meta.dirname, "../../..");
const spec = join(root, "spec/iam-users.yaml");
/** The query parameter of the cursor, from which the peers generate infinite queries. */
const CURSOR = "pagination.cursor";

/** A folder from which the peers and the workspace packages can be imported. */
export interface ReactPeers extends PeersFolder {
  /** Runs the program of an installed package and returns its output. */
  readonly run: (name: string, ...args: readonly string[]) => string;
}

/** The part of esbuild that the benchmark uses. It is installed with the peers. */
interface Esbuild {
  build(options: object): Promise<{ readonly outputFiles: readonly { readonly contents: Uint8Array }[] }>;
}

/** Installs the peers, runs their code generators and links the built packages of the workspace. */
export function prepareReactPeers(): ReactPeers {
  const kubb = "4.39.3";
  const folder = installComparedPackages({
    "@hey-api/openapi-ts": "0.99.0",
    "@kubb/cli": kubb,
    "@kubb/core": kubb,
    "@kubb/plugin-client": kubb,
    "@kubb/plugin-oas": kubb,
    "@kubb/plugin-react-query": kubb,
    "@kubb/plugin-ts": kubb,
    "@tanstack/react-query": "5.108.0",
    "@types/react": "19.3.0",
    esbuild: "0.28.2",
    jsdom: "29.1.1",
    "openapi-fetch": "0.17.0",
    "openapi-react-query": "0.5.4",
    "openapi-typescript": "7.13.0",
    orval: "8.20.0",
    react: "19.3.1",
    "react-dom": "19.3.1",
    typescript: "5.9.3",
  });
  linkWorkspacePackages(folder);
  generatePeerHooks(folder, run);
  const { build }: Esbuild = createRequire(join(folder, "package.json"))("esbuild");
  return {
    folder,
    run,
    async bundle(options) {
      const { outputFiles } = await build({
        ...options,
        bundle: true,
        write: false,
        format: "esm",
        jsx: "automatic",
        // The second folder holds the generated hooks of the peers.
        nodePaths: [join(folder, "node_modules"), folder],
      });
      return outputFiles[0]?.contents ?? new Uint8Array();
    },
  };

  function run(name: string, ...args: readonly string[]): string {
    const { status, stdout, stderr } = spawnSync(process.execPath, [programPath(folder, name), ...args], {
      cwd: folder,
      encoding: "utf8",
    });
    // The type checker exits with an error when it finds type errors, which the benchmark counts.
    if (status === 0 || name === "typescript") return stdout;
    throw new Error(`${name} ${args.join(" ")} exited with code ${status}:\n${stdout}\n${stderr}`);
  }
}

function programPath(folder: string, name: string): string {
  const manifest = readFileSync(join(folder, "node_modules", name, "package.json"), "utf8");
  const { bin }: { bin: string | Record<string, string> } = JSON.parse(manifest);
  const command = name === "typescript" ? "tsc" : name;
  const file = typeof bin === "string" ? bin : (bin[command] ?? Object.values(bin)[0] ?? "");
  return join(folder, "node_modules", name, file);
}

function linkWorkspacePackages(folder: string): void {
  mkdirSync(join(folder, "node_modules/@segment-iam"), { recursive: true });
  for (const name of ["types", "client", "helpers", "react"]) {
    if (!existsSync(join(root, "packages", name, "dist"))) {
      throw new Error(`packages/${name} is not built. Run \`pnpm build\` first`);
    }
    const link = join(folder, "node_modules/@segment-iam", name);
    rmSync(link, { force: true });
    symlinkSync(join(root, "packages", name), link);
  }
}

function generatePeerHooks(folder: string, run: ReactPeers["run"]): void {
  rmSync(join(folder, "generated"), { recursive: true, force: true });
  const heyApi = {
    input: spec,
    output: "generated/hey-api",
    plugins: ["@hey-api/typescript", "@hey-api/sdk", "@hey-api/client-fetch", "@tanstack/react-query"],
    parser: { pagination: { keywords: [CURSOR] } },
    logs: { level: "silent" },
  };
  const query = { useInfinite: true, useInfiniteQueryParam: CURSOR, version: 5 };
  const output = { target: "generated/orval.ts", client: "react-query", httpClient: "fetch", override: { query } };
  writeFileSync(join(folder, "hey-api.config.mjs"), `export default ${JSON.stringify(heyApi)};\n`);
  writeFileSync(
    join(folder, "orval.config.mjs"),
    `export default ${JSON.stringify({ api: { input: { target: spec }, output } })};\n`,
  );
  writeFileSync(join(folder, "kubb.config.mjs"), kubbConfig);
  run("@hey-api/openapi-ts", "-f", "hey-api.config.mjs");
  run("orval", "--config", "orval.config.mjs");
  run("@kubb/cli", "generate", "--config", "kubb.config.mjs");
  run("openapi-typescript", spec, "-o", "generated/paths.ts");
}

const kubbConfig = `
import { defineConfig } from "@kubb/core";
import { pluginClient } from "@kubb/plugin-client";
import { pluginOas } from "@kubb/plugin-oas";
import { pluginReactQuery } from "@kubb/plugin-react-query";
import { pluginTs } from "@kubb/plugin-ts";

const client = { client: "fetch", bundle: true };
const infinite = { queryParam: "${CURSOR}", initialPageParam: "", nextParam: "data.pagination.next" };
export default defineConfig({
  root: ".",
  input: { path: ${JSON.stringify(spec)} },
  output: { path: "generated/kubb", clean: true, barrelType: "named", format: false },
  plugins: [
    pluginOas({ generators: [] }),
    pluginTs({}),
    pluginClient(client),
    // No benchmark uses Suspense hooks. With infinite queries, Kubb generates one of getUser that does not type-check.
    pluginReactQuery({ client, infinite, suspense: false }),
  ],
});
`;
