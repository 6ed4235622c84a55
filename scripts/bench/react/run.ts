import { parseArgs } from "node:util";
import { compareBundles } from "./compare-bundles.ts";
import { prepareReactPeers } from "./peers.ts";
import { compareRenders } from "./compare-renders.ts";
import { compareTypes } from "./compare-types.ts";
import { printTargets, type TargetResult } from "../tables.ts";

/**
 * Compares the hooks with other libraries (the peers), generated from the same document: bundle size, type-checking cost and
 * renders. Prints the tables and the target results. Exits with 1 when a target is missed.
 *
 * Options: `--parts bundles,types,renders`.
 */
const { values } = parseArgs({ options: { parts: { type: "string", default: "bundles,types,renders" } } });
const parts = values.parts.split(",");

const peers = prepareReactPeers();
const targetResults: TargetResult[] = [];
if (parts.includes("bundles")) targetResults.push(...(await compareBundles(peers)));
if (parts.includes("types")) targetResults.push(...compareTypes(peers));
if (parts.includes("renders")) targetResults.push(...(await compareRenders(peers)));

printTargets(targetResults);
