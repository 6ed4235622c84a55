import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { REPOSITORY } from "../../src/repository.ts";
import { createPeersFolder, type PeersFolder } from "../peers-folder.ts";

/** Installs the peers, runs their code generators and links the built packages of the workspace. */
export function prepareClientPeers(): PeersFolder {
  const peers = createPeersFolder(
    {
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
    },
    ["types", "client", "helpers"],
  );
  generateClients(peers);
  return peers;
}

function generateClients({ folder, run }: PeersFolder): void {
  const input = join(REPOSITORY, "spec/iam-users.yaml");
  const plugins = ["@hey-api/typescript", "@hey-api/sdk", "@hey-api/client-fetch"];
  const heyApi = { input, output: join(folder, "generated/hey-api"), plugins, logs: { level: "silent" } };
  const orval = { api: { input: { target: input }, output: { target: "generated/orval.ts", client: "fetch" } } };
  writeFileSync(join(folder, "hey-api.config.mjs"), `export default ${JSON.stringify(heyApi)};\n`);
  writeFileSync(join(folder, "orval.config.mjs"), `export default ${JSON.stringify(orval)};\n`);
  run("@hey-api/openapi-ts", "-f", "hey-api.config.mjs");
  run("orval", "--config", "orval.config.mjs");
  run("openapi-typescript", input, "-o", "generated/paths.ts");
}
