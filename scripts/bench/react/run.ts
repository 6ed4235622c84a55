import { parseArgs } from "node:util";
import { compareBundles } from "./compare-bundles.ts";
import { prepareReactPeers } from "./peers.ts";
import { compareRenders } from "./compare-renders.ts";
import { compareTypes } from "./compare-types.ts";
import type { TargetResult } from "../target-result.ts";

/**
 * What the hooks cost, beside peers that make the same page from the same document: bytes in a bundle, work for the type
 * checker, renders. Prints all tables, then what misses its target, and exits with 1 when anything does.
 *
 * `--parts bundles,types,renders` does less.
 */
const { values } = parseArgs({ options: { parts: { type: "string", default: "bundles,types,renders" } } });
const parts = values.parts.split(",");

const peers = prepareReactPeers();
const targetResults: TargetResult[] = [];
if (parts.includes("bundles")) targetResults.push(...(await compareBundles(peers)));
if (parts.includes("types")) targetResults.push(...compareTypes(peers));
if (parts.includes("renders")) targetResults.push(...(await compareRenders(peers)));

console.log("\nOurs against the targets");
console.table(targetResults);
const reached = targetResults.filter(({ passed }) => passed).length;
console.log(`${reached} of ${targetResults.length} targets reached`);
if (reached < targetResults.length) process.exitCode = 1;
