import { parseArgs } from "node:util";
import { compareBundles } from "./compare-bundles.ts";
import { compareCalls } from "./calls/compare-calls.ts";
import { nineCalls } from "./nine-calls.ts";
import { comparePaging } from "./paging/compare-paging.ts";
import { prepareClientPeers } from "./peers.ts";
import { compareTypes } from "../compare-types.ts";
import { readNames, readPositiveInteger } from "../read-options.ts";
import { printTargets, type TargetResult } from "../tables.ts";

/**
 * Compares the client with other libraries (the peers): bundle size, type-checking cost, call rate and paging time. Prints the
 * tables and the target results. Exits with 1 when a target is missed.
 *
 * Options: `--parts bundles,types,calls,paging`, `--rounds N`, and `--clients "openapi-fetch,segment-iam + retry + rateLimit"` to
 * measure calls of these clients only.
 */
const PARTS = ["bundles", "types", "calls", "paging"];
const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "15" },
    parts: { type: "string", default: PARTS.join() },
    clients: { type: "string" },
  },
});
const rounds = readPositiveInteger("--rounds", values.rounds);
const parts = readNames("--parts", values.parts, PARTS);

const peers = prepareClientPeers();
const targetResults: TargetResult[] = [];
if (parts.includes("bundles")) targetResults.push(...(await compareBundles(peers)));
if (parts.includes("types")) {
  const title = "a file that calls all nine operations";
  targetResults.push(...compareTypes(peers, { title, modules: nineCalls, maxInstantiations: 1_500 }));
}
if (parts.includes("calls")) targetResults.push(...(await compareCalls(peers, { rounds, clients: values.clients })));
if (parts.includes("paging")) targetResults.push(...(await comparePaging()));

printTargets(targetResults);
