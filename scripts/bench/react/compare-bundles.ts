import { gzipSync } from "node:zlib";
import { atMost, printTable, type TargetResult } from "../tables.ts";
import { readContender, contenders, contendersFolder } from "./contenders.ts";
import type { PeersFolder } from "../peers-folder.ts";

const MAX_GZIP = 7_700;
const MAX_GZIP_PER_HOOK = 50;

/** The hooks of the other operations, in the order of the document. */
const FURTHER_HOOKS = [
  "useGetUser",
  "useListUserGroupsFromUserInfinite",
  "useAddPermissionsToUser",
  "useReplacePermissionsForUser",
  "useListInvitesInfinite",
  "useCreateInvites",
  "useDeleteInvites",
];

/** Compares the bytes that each library adds to React and TanStack Query. Prints the tables and returns the target results. */
export async function compareBundles(peers: PeersFolder): Promise<TargetResult[]> {
  const rows = [];
  for (const contender of contenders) {
    rows.push({ library: contender.name, ...(await measure(peers, readContender(contender))), note: contender.note });
  }
  printTable("Bundle: infinite list + delete, React and TanStack Query external (esbuild, bytes)", rows);
  const gzip = rows.find(({ library }) => library === "segment-iam")?.gzip ?? Number.NaN;
  const hooks = await measureHooks(peers);
  printTable("Bundle: each additional hook of segment-iam (bytes)", hooks);
  const largest = Math.max(...hooks.map(({ gzip }) => gzip));
  return [atMost("bundle, gzip", gzip, MAX_GZIP), atMost("largest additional hook, gzip", largest, MAX_GZIP_PER_HOOK)];
}

/** Measures the bytes that each hook adds to a page that already has the previous hooks. */
async function measureHooks(peers: PeersFolder) {
  const page = contenders.find(({ name }) => name === "segment-iam");
  if (!page) throw new Error('The contender "segment-iam" is missing');
  // A global keeps the hooks in the bundle without the bytes of an export.
  const withHooks = (hooks: readonly string[]) =>
    measure(
      peers,
      `${readContender(page)}\nimport { ${hooks.join()} } from "@segment-iam/react"; globalThis.hooks = [${hooks.join()}];`,
    );
  const rows = [];
  let before = await withHooks([]);
  for (const [index, hook] of FURTHER_HOOKS.entries()) {
    const size = await withHooks(FURTHER_HOOKS.slice(0, index + 1));
    rows.push({ hook, minified: size.minified - before.minified, gzip: size.gzip - before.gzip });
    before = size;
  }
  return rows;
}

async function measure({ bundle }: PeersFolder, code: string) {
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
