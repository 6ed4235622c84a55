import { gzipSync } from "node:zlib";
import { listAndDelete, allPagesWithRetry, type BundleEntry } from "./bundle-entries.ts";
import type { PeersFolder } from "../peers-folder.ts";
import { atMost, printTable, type TargetResult } from "../tables.ts";

interface Size {
  readonly client: string;
  readonly minified: number;
  readonly gzip: number;
  readonly note: string;
}

/** Compares the bytes that each client adds to a browser bundle. Prints the tables and returns the target results. */
export async function compareBundles(peers: PeersFolder): Promise<TargetResult[]> {
  const complete = "list all pages + delete, with retry and rate limiting if available";
  return [
    await compare(peers, "list + delete", listAndDelete, 6_000),
    await compare(peers, complete, allPagesWithRetry, 9_800),
  ];
}

async function compare(
  peers: PeersFolder,
  task: string,
  entries: readonly BundleEntry[],
  maxGzip: number,
): Promise<TargetResult> {
  const sizes: Size[] = [];
  for (const entry of entries) sizes.push(await measure(peers, entry));
  printTable(
    `Bundle: ${task} (esbuild, bytes)`,
    sizes.map((size) => ({ ...size, target: size.client === "segment-iam" ? `<= ${maxGzip} gzip` : "" })),
  );
  const gzip = sizes.find(({ client }) => client === "segment-iam")?.gzip ?? Number.NaN;
  return atMost(`bundle, ${task}, gzip`, gzip, maxGzip);
}

async function measure(peers: PeersFolder, { client, code }: BundleEntry): Promise<Size> {
  try {
    return { client, ...(await bundle(peers, code, "browser")), note: "" };
  } catch {
    return { client, ...(await bundle(peers, code, "node")), note: "Node.js only" };
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
