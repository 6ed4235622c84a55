import { parseArgs } from "node:util";
import { compareBundles } from "./compare-bundles.ts";
import { prepareReactPeers } from "./peers.ts";
import { compareRenders } from "./compare-renders.ts";
import { compareTypes } from "./compare-types.ts";
import type { Verdict } from "../target-result.ts";

/**
 * What the hooks cost, beside peers that make the same page from the same document: bytes in a bundle, work for the type
 * checker, renders. Prints all tables, then what misses its target, and exits with 1 when anything does.
 *
 * `--parts bundles,types,renders` does less.
 */
const { values } = parseArgs({ options: { parts: { type: "string", default: "bundles,types,renders" } } });
const parts = values.parts.split(",");

const peers = prepareReactPeers();
const verdicts: Verdict[] = [];
if (parts.includes("bundles")) verdicts.push(...(await compareBundles(peers)));
if (parts.includes("types")) verdicts.push(...compareTypes(peers));
if (parts.includes("renders")) verdicts.push(...(await compareRenders(peers)));

console.log("\nOurs against the targets");
console.table(verdicts);
const reached = verdicts.filter(({ holds }) => holds).length;
console.log(`${reached} of ${verdicts.length} targets reached`);
if (reached < verdicts.length) process.exitCode = 1;
