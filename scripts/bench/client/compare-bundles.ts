import { gzipSync } from "node:zlib";
import { listAndDelete, withEverything, type BundleEntry } from "./bundle-entries.ts";
import type { PeersFolder } from "./peers.ts";
import type { Verdict } from "../target-result.ts";

interface Size {
  readonly client: string;
  readonly minified: number;
  readonly gzip: number;
  readonly note: string;
}

/** What each adds to the bundle of a page in a browser. Prints the tables and judges ours. */
export async function compareSizes(peers: PeersFolder): Promise<Verdict[]> {
  return [
    ...(await compare(peers, "list + delete", listAndDelete, 6_000)),
    ...(await compare(
      peers,
      "list all pages + delete, with retry and pacing where there are any",
      withEverything,
      9_800,
    )),
  ];
}

async function compare(
  peers: PeersFolder,
  work: string,
  entries: readonly BundleEntry[],
  mostGzip: number,
): Promise<Verdict[]> {
  const sizes: Size[] = [];
  for (const entry of entries) sizes.push(await measure(peers, entry));
  console.log(`\nBundle: ${work} (esbuild, bytes)`);
  console.table(sizes.map((size) => ({ ...size, target: size.client === "ours" ? `<= ${mostGzip} gzip` : "" })));
  const gzip = sizes.find(({ client }) => client === "ours")?.gzip ?? Number.NaN;
  return [
    { figure: `bundle, ${work}, gzip`, measured: String(gzip), target: `<= ${mostGzip}`, holds: gzip <= mostGzip },
  ];
}

async function measure(peers: PeersFolder, { client, code }: BundleEntry): Promise<Size> {
  try {
    return { client, ...(await bundle(peers, code, "browser")), note: "" };
  } catch {
    return { client, ...(await bundle(peers, code, "node")), note: "not for browsers: needs modules of Node" };
  }
}

async function bundle(peers: PeersFolder, code: string, platform: "browser" | "node") {
  const bytes = await peers.bundle({
    stdin: { contents: code, resolveDir: peers.folder, loader: "ts" },
    minify: true,
    target: "es2022",
    platform,
    logLevel: "silent",
    legalComments: "none",
  });
  return { minified: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length };
}
