import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { compareThroughput } from "./compare-throughput.ts";
import { runWithFaults } from "./run-with-faults.ts";
import { installPeers } from "../install-peers.ts";
import { readPositiveInteger } from "../read-options.ts";
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
const PACKAGES = {
  "@hono/node-server": "2.1.9",
  autocannon: "9.0.0",
  hono: "4.13.19",
  "http-proxy": "1.18.1",
  srvx: "1.0.8",
};

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "7" },
    requests: { type: "string", default: "6000" },
    faults: { type: "boolean", default: false },
    minutes: { type: "string", default: "10" },
  },
});
const rounds = readPositiveInteger("--rounds", values.rounds);
const requests = readPositiveInteger("--requests", values.requests);
const minutes = Number(values.minutes);
if (!(minutes > 0)) throw new RangeError(`--minutes must be a positive number, got "${values.minutes}"`);
if (requests < CONNECTIONS) throw new RangeError(`--requests must be at least ${CONNECTIONS}, got ${requests}`);

const peers = installPeers(PACKAGES);
printLoadAverage("start");
const results = values.faults ? await runWithFaults(peers, minutes) : await compareThroughput(peers, rounds, requests);
printLoadAverage("end");
printTargets(results);

function printLoadAverage(moment: string): void {
  const averages = loadavg().map((value) => value.toFixed(1));
  console.log(`Load average at the ${moment}: ${averages.join(", ")}`);
}
