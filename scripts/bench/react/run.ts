import { parseArgs } from "node:util";
import { compareBundles } from "./compare-bundles.ts";
import { prepareReactPeers } from "./peers.ts";
import { compareRenders } from "./compare-renders.ts";
import { nineHooks } from "./nine-hooks.ts";
import { compareTypes } from "../compare-types.ts";
import { readNames } from "../read-options.ts";
import { printTargets, type TargetResult } from "../tables.ts";

/**
 * Compares the hooks with other libraries (the peers), generated from the same document: bundle size, type-checking cost and
 * renders. Prints the tables and the target results. Exits with 1 when a target is missed.
 *
 * Options: `--parts bundles,types,renders`.
 */
const PARTS = ["bundles", "types", "renders"];
const { values } = parseArgs({ options: { parts: { type: "string", default: PARTS.join() } } });
const parts = readNames("--parts", values.parts, PARTS);

const peers = prepareReactPeers();
const targetResults: TargetResult[] = [];
if (parts.includes("bundles")) targetResults.push(...(await compareBundles(peers)));
if (parts.includes("types")) {
  const title = "a file that uses hooks of all nine operations";
  targetResults.push(...compareTypes(peers, { title, modules: nineHooks, maxInstantiations: 5_000 }));
}
if (parts.includes("renders")) targetResults.push(...(await compareRenders(peers)));

printTargets(targetResults);
