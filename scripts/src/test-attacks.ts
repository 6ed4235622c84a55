import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { REPOSITORY } from "./repository.ts";

/**
 * Sends random requests to the proxy, and prints the number of responses by status. Exits with 1 if a guarantee of the proxy does
 * not hold.
 *
 * Options: `--requests N`, `--seed N`. A failure prints the request that causes it.
 */
const { requests, seed } = parseArgs({
  options: {
    requests: { type: "string", default: "20000" },
    seed: { type: "string", default: String(randomInt(2 ** 31)) },
  },
}).values;

console.log(`--requests ${requests} --seed ${seed}`);
const vitest = join(REPOSITORY, "node_modules/vitest/vitest.mjs");
const { status } = spawnSync(
  process.execPath,
  [vitest, "run", "--config", "../../vitest.config.ts", "--project", "unit", "src/attacks/fuzz.test.ts"],
  {
    cwd: join(REPOSITORY, "packages/proxy"),
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ATTACK_REQUESTS: requests, PROPERTY_SEED: seed },
  },
);
process.exitCode = status ?? 1;
