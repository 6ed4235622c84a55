import { parseArgs } from "node:util";
import { compareSizes } from "./compare-bundles.ts";
import { compareCosts } from "./calls/compare-calls.ts";
import { comparePaging } from "./paging/compare-paging.ts";
import { preparePeers } from "./peers.ts";
import { compareTypes } from "./compare-types.ts";
import type { Verdict } from "../target-result.ts";

/**
 * What using the client costs, beside peers that do the same work in the same run: time of a call, bytes in a bundle, work for the
 * type checker. Prints all tables, then what misses its target, and exits with 1 when anything does.
 *
 * `--rounds N`, `--parts calls,sizes,types,paging` and `--clients "openapi-fetch,ours, full"` (separated by `|`) do less.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "15" },
    parts: { type: "string", default: "sizes,types,calls,paging" },
    clients: { type: "string" },
  },
});
const rounds = Number(values.rounds);
if (!Number.isSafeInteger(rounds) || rounds < 1) throw new RangeError("--rounds takes a number from 1");
const parts = values.parts.split(",");

const peers = preparePeers();
const verdicts: Verdict[] = [];
if (parts.includes("sizes")) verdicts.push(...(await compareSizes(peers)));
if (parts.includes("types")) verdicts.push(...compareTypes(peers));
if (parts.includes("calls"))
  verdicts.push(...(await compareCosts(peers, { rounds, only: values.clients?.split("|") })));
if (parts.includes("paging")) verdicts.push(...(await comparePaging()));

console.log("\nOurs against the targets");
console.table(verdicts);
if (verdicts.some(({ holds }) => !holds)) process.exitCode = 1;
