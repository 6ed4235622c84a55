import { createRequire } from "node:module";
import { RESPONSE_BODY, RESPONSE_HEADERS, USER_COUNT } from "./users-response.ts";
import type { CallRates, MeasureTask, Turn } from "./compare-calls.ts";
import { contenders, type Target, type VendorSdk } from "./contenders.ts";
import { readNames } from "../../read-options.ts";

const BASELINE = "raw fetch";
const WARM_UP_ROUNDS = 3;

interface Setting {
  readonly name: string;
  readonly stub: typeof fetch | undefined;
  readonly concurrency: number;
  readonly turnMs: number;
}

const stub = () => Promise.resolve(new Response(RESPONSE_BODY, { headers: RESPONSE_HEADERS }));
const settings: readonly Setting[] = [
  { name: "stubbed fetch", stub, concurrency: 1, turnMs: 100 },
  { name: "real socket, sequential", stub: undefined, concurrency: 1, turnMs: 200 },
  { name: "real socket, 32 concurrent", stub: undefined, concurrency: 32, turnMs: 200 },
];

const task: MeasureTask = JSON.parse(process.argv[2] ?? "");
const names = Object.keys(contenders);
const measured = task.clients === undefined ? names : readNames("--clients", task.clients, names);
const vendorSdk = loadVendorSdk(task.peers);
const results: CallRates[] = [];
for (const setting of settings) results.push(...(await measureSetting(setting)));
process.send?.(results, undefined, undefined, () => process.exit());

async function measureSetting({ name, stub, concurrency, turnMs }: Setting): Promise<CallRates[]> {
  const target: Target = { url: task.url, stub, vendorSdk };
  const calls: (readonly [string, () => Promise<void>])[] = [];
  for (const [contender, make] of Object.entries(contenders)) {
    if (contender !== BASELINE && !measured.includes(contender)) continue;
    const list = make(target);
    if (!list) continue;
    const found = await list();
    if (found?.length !== USER_COUNT)
      throw new Error(`${contender} returned ${found?.length} users instead of ${USER_COUNT} (${name})`);
    calls.push([contender, async () => void (await list())]);
  }
  const [baseline, ...others] = calls;
  if (!baseline) throw new Error("The baseline is missing");
  const rates = new Map(calls.map(([contender]) => [contender, { ratios: [] as Turn[], turns: [] as Turn[] }]));

  for (let round = -WARM_UP_ROUNDS; round < task.rounds; round += 1) {
    // The order rotates, because a contender's connections and garbage can slow down the next one. The baseline runs first and
    // last, because the speed of a machine drifts.
    const start = Math.max(round, 0) % others.length;
    const rotated = [...others.slice(start), ...others.slice(0, start)];
    const turns = round % 2 === 0 ? rotated : rotated.toReversed();
    const before = await measureTurn(baseline[1], concurrency, turnMs);
    const taken: [string, Turn][] = [];
    for (const [contender, call] of turns) taken.push([contender, await measureTurn(call, concurrency, turnMs)]);
    const raw = meanOf(before, await measureTurn(baseline[1], concurrency, turnMs));
    if (round < 0) continue;
    for (const [contender, turn] of [[baseline[0], raw] as const, ...taken]) {
      rates.get(contender)?.turns.push(turn);
      rates.get(contender)?.ratios.push(ratioOf(turn, raw));
    }
  }
  return Array.from(rates, ([contender, figures]) => ({ setting: name, contender, ...figures }));
}

/** Measures a turn of about `turnMs`, after a garbage collection. */
async function measureTurn(call: () => Promise<void>, concurrency: number, turnMs: number): Promise<Turn> {
  globalThis.gc?.();
  const cpuBefore = process.cpuUsage();
  const start = performance.now();
  const endMs = start + turnMs;
  let count = 0;
  const work = async () => {
    while (performance.now() < endMs) {
      await call();
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  const seconds = (performance.now() - start) / 1_000;
  const { user, system } = process.cpuUsage(cpuBefore);
  return { perSecond: count / seconds, perCpuSecond: count / ((user + system) / 1_000_000) };
}

function meanOf(a: Turn, b: Turn): Turn {
  return { perSecond: (a.perSecond + b.perSecond) / 2, perCpuSecond: (a.perCpuSecond + b.perCpuSecond) / 2 };
}

function ratioOf(turn: Turn, to: Turn): Turn {
  return { perSecond: turn.perSecond / to.perSecond, perCpuSecond: turn.perCpuSecond / to.perCpuSecond };
}

function loadVendorSdk(peers: string): VendorSdk | undefined {
  try {
    return createRequire(`${peers}/package.json`)("@segment/public-api-sdk-typescript");
  } catch {
    return undefined;
  }
}
