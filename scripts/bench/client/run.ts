import { parseArgs } from "node:util";
import { compareBundles } from "./compare-bundles.ts";
import { compareCalls } from "./calls/compare-calls.ts";
import { comparePaging } from "./paging/compare-paging.ts";
import { preparePeers } from "./peers.ts";
import { compareTypes } from "./compare-types.ts";
import { printTargets, type TargetResult } from "../tables.ts";

/**
 * Compares the client with other libraries (the peers): bundle size, type-checking cost, call rate and paging time. Prints the
 * tables and the target results. Exits with 1 when a target is missed.
 *
 * Options: `--parts bundles,types,calls,paging`, `--rounds N`, and `--clients "openapi-fetch|segment-iam"` to measure calls of
 * these clients only.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "15" },
    parts: { type: "string", default: "bundles,types,calls,paging" },
    clients: { type: "string" },
  },
});
const rounds = Number(values.rounds);
if (!Number.isSafeInteger(rounds) || rounds < 1)
  throw new RangeError(`--rounds must be a positive integer, got "${values.rounds}"`);
const parts = values.parts.split(",");

const peers = preparePeers();
const targetResults: TargetResult[] = [];
if (parts.includes("bundles")) targetResults.push(...(await compareBundles(peers)));
if (parts.includes("types")) targetResults.push(...compareTypes(peers));
if (parts.includes("calls"))
  targetResults.push(...(await compareCalls(peers, { rounds, only: values.clients?.split("|") })));
if (parts.includes("paging")) targetResults.push(...(await comparePaging()));

printTargets(targetResults);
