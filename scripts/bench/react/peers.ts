import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { REPOSITORY } from "../../src/repository.ts";
import { createPeersFolder, type PeersFolder } from "../peers-folder.ts";

const spec = join(REPOSITORY, "spec/iam-users.yaml");
/** The query parameter of the cursor, from which the peers generate infinite queries. */
const CURSOR = "pagination.cursor";

/** Installs the peers, runs their code generators and links the built packages of the workspace. */
export function prepareReactPeers(): PeersFolder {
  const kubb = "4.39.3";
  const peers = createPeersFolder(
    {
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
    },
    ["types", "client", "helpers", "react"],
  );
  generateHooks(peers);
  return peers;
}

function generateHooks({ folder, run }: PeersFolder): void {
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
