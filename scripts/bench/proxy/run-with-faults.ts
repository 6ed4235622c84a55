import { dropWarmUp, heapSlope, maxFlatSlope, type HeapSample } from "../../soak/heap-slope.ts";
import { createLoad } from "../install-peers.ts";
import { atMost, printTable, type TargetResult } from "../tables.ts";
import { startServerProcess } from "./child-process.ts";
import { CONTENDERS } from "./contenders.ts";
import { sendLoad } from "./send-load.ts";

/** The number of requests between two samples of the memory. */
const REQUESTS_PER_SAMPLE = 2_000;
/** A line needs at least three samples after the warm-up. */
const MIN_SAMPLES = 5;

/** Sends requests through the proxy to an API with faults, and prints lost responses and the curve of the memory. */
export async function runWithFaults(peers: string, minutes: number): Promise<TargetResult[]> {
  const load = await createLoad(peers);
  const api = await startServerProcess("upstream-server.ts", "faults");
  const target = `http://127.0.0.1:${api.port}`;
  const proxy = await startServerProcess("proxy-server.ts", CONTENDERS[0]?.id ?? "", target, peers);
  const samples: HeapSample[] = [];
  const totals = { successes: 0, failures: 0, lost: 0 };
  let calls = 0;
  const startMs = performance.now();
  const elapsedMinutes = () => (performance.now() - startMs) / 60_000;
  while (elapsedMinutes() < minutes || samples.length < MIN_SAMPLES) {
    const result = await sendLoad(load, proxy.port, REQUESTS_PER_SAMPLE);
    for (const name of ["successes", "failures", "lost"] as const) totals[name] += result[name];
    calls += REQUESTS_PER_SAMPLE;
    const { heapBytes, rssBytes } = await proxy.usage();
    samples.push({ calls, bytes: heapBytes });
    const memory = `heap ${(heapBytes / 1e6).toFixed(1)} MB, resident ${(rssBytes / 1e6).toFixed(0)} MB`;
    console.log(`${elapsedMinutes().toFixed(1)} min, ${calls} requests, lost ${totals.lost}, ${memory}`);
  }
  proxy.stop();
  api.stop();
  printTable("Responses while the API fails 20% of the requests", [totals]);
  const { bytesPerCall } = heapSlope(dropWarmUp(samples));
  const limit = maxFlatSlope(calls);
  return [
    atMost("lost responses", totals.lost, 0),
    {
      metric: "heap growth",
      measured: `${bytesPerCall.toFixed(1)} bytes/request`,
      target: `<= ${limit.toFixed(1)}`,
      passed: bytesPerCall <= limit,
    },
  ];
}
