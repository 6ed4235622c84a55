import { join } from "node:path";
import { fork } from "node:child_process";
import { writeFileSync } from "node:fs";
import { receiveMessage } from "../receive-message.ts";
import { printTable, type TargetResult } from "../tables.ts";
import { contenders, contendersFolder, type Contender } from "./contenders.ts";
import type { PeersFolder } from "../peers-folder.ts";
import type { RenderCounts } from "./render-process.ts";

/**
 * Compares how often a list renders for mount, next page and delete. Prints the table and returns the target results.
 *
 * With each library, a mutation settles with its response, and then the list is refetched.
 */
export async function compareRenders(peers: PeersFolder): Promise<TargetResult[]> {
  const rows = [];
  for (const contender of contenders) {
    const counts = await count(peers, contender);
    const total = counts.mount + counts.page + counts.delete;
    rows.push({ library: contender.name, ...counts, total });
  }
  printTable("Renders: mount, second page and delete in jsdom", rows);
  const own = rows.filter(({ library }) => library.startsWith("segment-iam"));
  const fewest = Math.min(...rows.filter((row) => !own.includes(row)).map(({ total }) => total));
  return own.map(({ library, total }) => ({
    metric: `renders for mount, page and delete: ${library}`,
    measured: String(total),
    target: `<= ${fewest}, the best peer`,
    passed: total <= fewest,
  }));
}

/** Counts the renders of one contender in its own process. */
async function count(peers: PeersFolder, { file }: Contender): Promise<RenderCounts> {
  const bundle = join(peers.folder, `renders-of-${file}.mjs`);
  const bytes = await peers.bundle({
    entryPoints: [join(import.meta.dirname, "count-renders.tsx")],
    platform: "node",
    target: "node22",
    alias: { contender: join(contendersFolder, file) },
    external: ["react", "react-dom", "@tanstack/react-query"],
    logLevel: "error",
  });
  writeFileSync(bundle, bytes);
  const child = fork(join(import.meta.dirname, "render-process.ts"), [bundle], {
    env: { ...process.env, NODE_ENV: "production" },
  });
  return receiveMessage(child);
}
