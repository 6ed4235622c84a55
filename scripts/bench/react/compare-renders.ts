import { join } from "node:path";
import { fork } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import type { TargetResult } from "../target-result.ts";
import { contenders, contendersFolder, type Contender } from "./contenders.ts";
import type { RenderCounts } from "./render-counts.ts";
import type { ReactPeers } from "./peers.ts";

/**
 * How often a list renders. Prints a table and judges ours, which may not render more often than another.
 *
 * In each, a removal is over with its answer, and the list is fetched again after it.
 */
export async function compareRenders(peers: ReactPeers): Promise<TargetResult[]> {
  const rows = [];
  for (const contender of contenders) {
    const counts = await count(peers, contender);
    const all = counts.mount + counts.page + counts.delete;
    rows.push({ library: contender.name, ...counts, all });
  }
  console.log("\nRenders of a component with the list and the removal: first page, second page, removal (jsdom)");
  console.table(rows);
  const ours = rows.filter(({ library }) => library.startsWith("ours"));
  const theirs = Math.min(...rows.filter((row) => !ours.includes(row)).map(({ all }) => all));
  return ours.map(({ library, all }) => ({
    metric: `renders for mount, page and delete, ${library}`,
    measured: String(all),
    target: `<= ${theirs}, the fewest of the others`,
    passed: all <= theirs,
  }));
}

/** In a process of its own: what one library leaves behind does not slow another down. */
async function count(peers: ReactPeers, { name, file }: Contender): Promise<RenderCounts> {
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
  const failed = once(child, "exit").then(([code]) => {
    throw new Error(`${name} was not rendered to its end: its process ended with ${code}`);
  });
  const [counts]: RenderCounts[] = await Promise.race([once(child, "message"), failed]);
  if (!counts) throw new Error(`${name} counted nothing`);
  return counts;
}
