import { createRequire } from "node:module";
import { ANSWER_HEADERS, ANSWER_TEXT, USERS } from "./users-response.ts";
import { contenders, type Target, type VendorSdk } from "./contenders.ts";

/** What a turn took. */
interface Turn {
  readonly perSecond: number;
  /** Of this process, in all its threads: what does not depend on who else keeps the machine busy. */
  readonly perCpuSecond: number;
}

/** The turns of a contender in a setting, and how they compare to the reference's of the same rounds. */
export interface CallRates {
  readonly setting: string;
  readonly contender: string;
  readonly turns: readonly Turn[];
  readonly ratios: readonly Turn[];
}

/** What the process that measures is told, as JSON. */
export interface MeasureTask {
  readonly url: string;
  readonly rounds: number;
  readonly peers: string;
  readonly only: readonly string[] | undefined;
}

const REFERENCE = "raw fetch";
const WARM_UP_ROUNDS = 3;

interface Setting {
  readonly name: string;
  readonly stub: typeof fetch | undefined;
  readonly atOnce: number;
  readonly turnMs: number;
}

const stub = () => Promise.resolve(new Response(ANSWER_TEXT, { headers: ANSWER_HEADERS }));
const settings: readonly Setting[] = [
  { name: "stubbed fetch", stub, atOnce: 1, turnMs: 100 },
  { name: "real socket, one after the other", stub: undefined, atOnce: 1, turnMs: 200 },
  { name: "real socket, 32 at once", stub: undefined, atOnce: 32, turnMs: 200 },
];

const task: MeasureTask = JSON.parse(process.argv[2] ?? "");
const vendor = loadVendorSdk(task.peers);
const results: CallRates[] = [];
for (const setting of settings) results.push(...(await measureSetting(setting)));
process.send?.(results, undefined, undefined, () => process.exit());

async function measureSetting({ name, stub, atOnce, turnMs }: Setting): Promise<CallRates[]> {
  const target: Target = { url: task.url, stub, vendor };
  const calls: (readonly [string, () => Promise<void>])[] = [];
  for (const [contender, make] of Object.entries(contenders)) {
    if (task.only && contender !== REFERENCE && !task.only.includes(contender)) continue;
    const list = make(target);
    if (!list) continue;
    const found = await list();
    if (found?.length !== USERS) throw new Error(`${contender} did not give the list (${name})`);
    calls.push([contender, async () => void (await list())]);
  }
  const [reference, ...others] = calls;
  if (!reference) throw new Error("Nothing to compare with");
  const rates = new Map(calls.map(([contender]) => [contender, { ratios: [] as Turn[], turns: [] as Turn[] }]));

  for (let round = -WARM_UP_ROUNDS; round < task.rounds; round += 1) {
    // Nobody always follows the same other, whose connections and garbage may still be there; the reference comes first and last,
    // since a machine's speed drifts.
    const start = Math.max(round, 0) % others.length;
    const rotated = [...others.slice(start), ...others.slice(0, start)];
    const turns = round % 2 === 0 ? rotated : rotated.toReversed();
    const before = await measureTurn(reference[1], atOnce, turnMs);
    const taken: [string, Turn][] = [];
    for (const [contender, call] of turns) taken.push([contender, await measureTurn(call, atOnce, turnMs)]);
    const raw = meanOf(before, await measureTurn(reference[1], atOnce, turnMs));
    if (round < 0) continue;
    for (const [contender, turn] of [[reference[0], raw] as const, ...taken]) {
      rates.get(contender)?.turns.push(turn);
      rates.get(contender)?.ratios.push(ratioOf(turn, raw));
    }
  }
  return Array.from(rates, ([contender, figures]) => ({ setting: name, contender, ...figures }));
}

/** A turn of about that length. What others left behind is collected before. */
async function measureTurn(call: () => Promise<void>, atOnce: number, turnMs: number): Promise<Turn> {
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
  await Promise.all(Array.from({ length: atOnce }, work));
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
