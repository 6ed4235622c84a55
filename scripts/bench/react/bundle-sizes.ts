import { gzipSync } from "node:zlib";
import type { Verdict } from "../client/verdict.ts";
import { codeOf, contenders, contendersFolder } from "./contenders.ts";
import type { ReactPeers } from "./peers.ts";

const MOST_GZIP = 4_300;
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
export async function compareBundles(peers: ReactPeers): Promise<Verdict[]> {
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
    { figure: "bundle, gzip", measured: String(ours), target: `<= ${MOST_GZIP}`, holds: ours <= MOST_GZIP },
    {
      figure: "the largest further hook, gzip",
      measured: String(most),
      target: `<= ${MOST_PER_HOOK}`,
      holds: most <= MOST_PER_HOOK,
    },
  ];
}

/** What each hook adds to a page that has those before it. */
async function measureHooks(peers: ReactPeers) {
  const page = contenders.find(({ name }) => name === "ours");
  if (!page) throw new Error("Ours is not among the contenders");
  const rows = [];
  let code = codeOf(page);
  let before = await measure(peers, code);
  for (const hook of FURTHER) {
    code += `\nexport { ${hook} } from "@segment-iam/react";`;
    const size = await measure(peers, code);
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
