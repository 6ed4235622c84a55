import { parseArgs } from "node:util";

import { runHostileCases } from "../src/test-utils/hostile/hostile-cases.ts";

/**
 * Generates code from random hostile documents. Exits with 1 when a document changes more than the data in the generated code.
 *
 * Options: `--cases N`, `--seed N`, `--path P`. A failure prints the seed and the path that repeat it.
 */
const { values } = parseArgs({
  options: {
    cases: { type: "string", default: "10000" },
    seed: { type: "string" },
    path: { type: "string" },
  },
});
const { seed, path } = values;
const startMs = performance.now();
const { failure, generated, rejected, networkAttempts } = await runHostileCases(
  Number(values.cases),
  seed === undefined ? undefined : Number(seed),
  path,
);
const seconds = Math.round((performance.now() - startMs) / 1_000);
console.log(`${generated + rejected} hostile documents in ${seconds} s: ${generated} generated, ${rejected} rejected`);
if (networkAttempts > 0) console.error(`The generator tried to use the network ${networkAttempts} times`);
if (failure !== undefined) console.error(failure);
process.exitCode = failure === undefined && networkAttempts === 0 ? 0 : 1;
