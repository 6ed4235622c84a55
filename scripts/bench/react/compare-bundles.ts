import { gzipSync } from "node:zlib";
import type { TargetResult } from "../target-result.ts";
import { codeOf, contenders, contendersFolder } from "./contenders.ts";
import type { ReactPeers } from "./peers.ts";

const MOST_GZIP = 7_700;
const MOST_PER_HOOK = 50;

/** Hooks of the other operations, in the document's order, that a page may use beside the list and the removal. */
const FURTHER = [
  "useGetUser",
  "useListUserGroupsFromUserInfinite",
  "useAddPermissionsToUser",
  "useReplacePermissionsForUser",
  "useListInvitesInfinite",
  "useCreateInvites",
  "useDeleteInvites",
];

/** What each adds to a page that has React and TanStack Query. Prints the tables and judges ours. */
export async function compareBundles(peers: ReactPeers): Promise<TargetResult[]> {
  const rows = [];
  for (const contender of contenders) {
    rows.push({ library: contender.name, ...(await measure(peers, codeOf(contender))), note: contender.has });
  }
  console.log("\nBundle: infinite list + delete, React and TanStack Query external (esbuild, bytes)");
  console.table(rows);
  const ours = rows.find(({ library }) => library === "ours")?.gzip ?? Number.NaN;
  const hooks = await measureHooks(peers);
  console.log("\nBundle: each further hook of ours (bytes)");
  console.table(hooks);
  const most = Math.max(...hooks.map(({ gzip }) => gzip));
  return [
    { metric: "bundle, gzip", measured: String(ours), target: `<= ${MOST_GZIP}`, passed: ours <= MOST_GZIP },
    {
      metric: "the largest further hook, gzip",
      measured: String(most),
      target: `<= ${MOST_PER_HOOK}`,
      passed: most <= MOST_PER_HOOK,
    },
  ];
}

/** What each hook adds to a page that has those before it. */
async function measureHooks(peers: ReactPeers) {
  const page = contenders.find(({ name }) => name === "ours");
  if (!page) throw new Error("Ours is not among the contenders");
  // Kept without a name of its own: an exported one would be counted.
  const withHooks = (hooks: readonly string[]) =>
    measure(
      peers,
      `${codeOf(page)}\nimport { ${hooks.join()} } from "@segment-iam/react"; globalThis.further = [${hooks.join()}];`,
    );
  const rows = [];
  let before = await withHooks([]);
  for (const [at, hook] of FURTHER.entries()) {
    const size = await withHooks(FURTHER.slice(0, at + 1));
    rows.push({ hook, minified: size.minified - before.minified, gzip: size.gzip - before.gzip });
    before = size;
  }
  return rows;
}

async function measure({ bundle }: ReactPeers, code: string) {
  const bytes = await bundle({
    stdin: { contents: code, resolveDir: contendersFolder, loader: "tsx" },
    minify: true,
    target: "es2022",
    platform: "browser",
    external: ["react", "react/jsx-runtime", "@tanstack/react-query"],
    logLevel: "silent",
    legalComments: "none",
  });
  return { minified: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length };
}
