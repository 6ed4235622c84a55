import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { compareThroughput } from "./compare-throughput.ts";
import { loadProxyPeers } from "./load-peers.ts";
import { runWithFaults } from "./run-with-faults.ts";
import { printTargets } from "../tables.ts";
import { CONNECTIONS } from "./send-load.ts";

/**
 * Compares @segment-iam/proxy with hono/proxy and http-proxy over 64 connections: requests per second, latency, processor time and
 * memory. With `--faults`, checks that no response is lost and that memory is flat while the API fails 20% of the requests.
 *
 * Prints the target results. Exits with 1 when a target is missed.
 *
 * Options: `--rounds N`, `--requests N` for each round and contender, and `--faults --minutes N`.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "7" },
    requests: { type: "string", default: "6000" },
    faults: { type: "boolean", default: false },
    minutes: { type: "string", default: "10" },
  },
});
const [rounds, requests, minutes] = [values.rounds, values.requests, values.minutes].map(Number) as [
  number,
  number,
  number,
];
if (!(rounds >= 1 && requests >= CONNECTIONS && minutes > 0))
  throw new RangeError(`--rounds, --requests (at least ${CONNECTIONS}) and --minutes must be positive numbers`);

const load = loadProxyPeers();
console.log(
  `Load average at the start: ${loadavg()
    .map((value) => value.toFixed(1))
    .join(", ")}`,
);
const results = values.faults ? await runWithFaults(load, minutes) : await compareThroughput(load, rounds, requests);
console.log(
  `Load average at the end: ${loadavg()
    .map((value) => value.toFixed(1))
    .join(", ")}`,
);
printTargets(results);
