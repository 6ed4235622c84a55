import { printTable, type Row, type TargetResult } from "../tables.ts";
import { startServerProcess, type ServerProcess } from "./child-process.ts";
import { CONTENDERS } from "./contenders.ts";
import { createLoad } from "../install-peers.ts";
import { median } from "../quantile.ts";
import { sendLoad, type LoadResult } from "./send-load.ts";

/** Requests to each contender before the measurement, so that its code is optimized. */
const WARM_UP_REQUESTS = 4_000;

interface Measured {
  readonly id: string;
  readonly name: string;
  readonly server: ServerProcess;
  readonly rounds: (LoadResult & { readonly cpuMicroseconds: number })[];
}

/**
 * Measures all contenders in front of the same API, in rounds, and prints a table.
 *
 * Other load on the machine changes absolute figures from round to round. So the contenders take turns within a round, and the ratios
 * to hono/proxy are medians of the ratios in each round.
 *
 * @param peers the folder of the peers
 */
export async function compareThroughput(peers: string, rounds: number, requests: number): Promise<TargetResult[]> {
  const load = await createLoad(peers);
  const api = await startServerProcess("upstream-server.ts");
  const target = `http://127.0.0.1:${api.port}`;
  const contenders: Measured[] = [];
  for (const { id, name } of CONTENDERS) {
    const server = await startServerProcess("proxy-server.ts", id, target, peers);
    await sendLoad(load, server.port, WARM_UP_REQUESTS);
    contenders.push({ id, name, server, rounds: [] });
  }
  for (let round = 0; round < rounds; round++) {
    // Alternates the order, because the place in a round can favour a contender.
    for (const { server, rounds: results } of round % 2 === 0 ? contenders : contenders.toReversed()) {
      const before = await server.usage();
      const result = await sendLoad(load, server.port, requests);
      const after = await server.usage();
      results.push({ ...result, cpuMicroseconds: (after.cpuMicroseconds - before.cpuMicroseconds) / requests });
    }
  }
  const [ours, reference] = contenders as [Measured, Measured];
  const ratioOf = (measured: Measured) =>
    median(
      measured.rounds.map(
        ({ requestsPerSecond }, round) => requestsPerSecond / (reference.rounds[round]?.requestsPerSecond ?? 0),
      ),
    );
  const rows: Row[] = [];
  for (const measured of contenders) {
    const { rssBytes } = await measured.server.usage();
    rows.push({
      proxy: measured.name,
      "requests/s": Math.round(medianOf(measured, "requestsPerSecond")),
      ratio: Number(ratioOf(measured).toFixed(2)),
      "p50 ms": medianOf(measured, "p50Ms"),
      "p99 ms": medianOf(measured, "p99Ms"),
      "CPU µs/request": Math.round(medianOf(measured, "cpuMicroseconds")),
      "memory MB": Math.round(rssBytes / 1e6),
      lost: measured.rounds.reduce((sum, { lost }) => sum + lost, 0),
    });
    measured.server.stop();
  }
  api.stop();
  printTable("Throughput over 64 connections", rows);
  const ratio = ratioOf(ours);
  const [p99Ms, referenceMs] = [medianOf(ours, "p99Ms"), medianOf(reference, "p99Ms")];
  return [
    { metric: "requests/s", measured: ratio.toFixed(2), target: ">= 1.00 of hono/proxy", passed: ratio >= 1 },
    {
      metric: "p99",
      measured: `${p99Ms} ms`,
      target: `<= ${referenceMs} ms of hono/proxy`,
      passed: p99Ms <= referenceMs,
    },
  ];
}

function medianOf({ rounds }: Measured, name: Exclude<keyof Measured["rounds"][number], "lost">): number {
  return median(rounds.map((round) => round[name]));
}
