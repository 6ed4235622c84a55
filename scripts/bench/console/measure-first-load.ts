import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { median } from "../quantile.ts";
import { atMost, printTable, type TargetResult } from "../tables.ts";

const MAX_SCRIPT_GZIP_KB = 170;
const MAX_CSS_GZIP_KB = 25;

/** What the page records about itself. */
interface PageLoad {
  /** The time from the navigation to the first row of the list. */
  readonly firstListMs: number;
  readonly layoutShift: number;
  /** Files and API responses that arrived before the first row. */
  readonly resources: readonly { readonly url: string; readonly wireBytes: number }[];
}

/** Opens the users list with an empty cache. Prints the size and time of the load, and returns the target results. */
export async function measureFirstLoad(browser: Browser, url: string, rounds: number): Promise<TargetResult[]> {
  const loads: PageLoad[] = [];
  for (let round = 0; round < rounds; round += 1) loads.push(await load(browser, url));
  const last = loads.at(-1);
  if (!last) throw new RangeError("rounds must be at least 1");
  const script = await sizeOf(last, ".js");
  const css = await sizeOf(last, ".css");
  const layoutShift = Math.max(...loads.map((load) => load.layoutShift));
  printTable("First load of the users list, with an empty cache", [
    { figure: "script before the first list, gzip", value: `${script.gzipKb} kB` },
    { figure: "script before the first list, on the wire", value: `${script.wireKb} kB` },
    { figure: "CSS before the first list, gzip", value: `${css.gzipKb} kB` },
    { figure: "CSS before the first list, on the wire", value: `${css.wireKb} kB` },
    { figure: "requests before the first list", value: last.resources.length + 1 },
    {
      figure: "time to the first list, median",
      value: `${Math.round(median(loads.map(({ firstListMs }) => firstListMs)))} ms`,
    },
    { figure: "layout shift, maximum", value: layoutShift },
  ]);
  return [
    atMost("script before the first list, gzip kB", script.gzipKb, MAX_SCRIPT_GZIP_KB),
    atMost("CSS before the first list, gzip kB", css.gzipKb, MAX_CSS_GZIP_KB),
    atMost("layout shift", layoutShift, 0),
  ];
}

async function load(browser: Browser, url: string): Promise<PageLoad> {
  await using context = await browser.newContext({ viewport: { width: 1_280, height: 800 } });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const state = { firstListMs: 0, layoutShift: 0 };
    Object.assign(globalThis, { benchmark: state });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) state.layoutShift += "value" in entry ? Number(entry.value) : 0;
    }).observe({ type: "layout-shift", buffered: true });
    const observer = new MutationObserver(() => {
      if (!document.querySelector("[role=grid] [aria-rowindex='2']")) return;
      state.firstListMs = performance.now();
      observer.disconnect();
    });
    observer.observe(document, { childList: true, subtree: true });
  });
  await page.goto(url);
  await page.locator("[role=grid] [aria-rowindex='2']").waitFor();
  // Fonts and other late resources can still shift the layout.
  await page.waitForLoadState("networkidle");
  return await page.evaluate(() => {
    const { firstListMs, layoutShift } = (globalThis as unknown as { benchmark: Omit<PageLoad, "resources"> })
      .benchmark;
    const resources = (performance.getEntriesByType("resource") as PerformanceResourceTiming[])
      .filter(({ responseEnd }) => responseEnd <= firstListMs)
      .map(({ name, encodedBodySize }) => ({ url: name, wireBytes: encodedBodySize }));
    return { firstListMs, layoutShift: Math.round(layoutShift * 10_000) / 10_000, resources };
  });
}

/** Returns the size of the loaded files with an extension, as sent and compressed with gzip. */
async function sizeOf({ resources }: PageLoad, extension: string) {
  const files = resources.filter(({ url }) => url.endsWith(extension));
  const bodies = await Promise.all(files.map(async ({ url }) => Buffer.from(await (await fetch(url)).arrayBuffer())));
  return {
    gzipKb: toKb(sum(bodies.map((body) => gzipSync(body, { level: 9 }).length))),
    wireKb: toKb(sum(files.map(({ wireBytes }) => wireBytes))),
  };
}

function toKb(bytes: number): number {
  return Math.round(bytes / 100) / 10;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
