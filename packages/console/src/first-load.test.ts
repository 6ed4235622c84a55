import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { useBrowser } from "./test-utils/open-console.ts";

const open = useBrowser();

const MAX_SCRIPT_BYTES = 170_000;
const MAX_STYLE_BYTES = 25_000;

it("loads at most 170 kB of script and 25 kB of CSS (gzip) before the first list", async () => {
  const { page, url } = await open();
  await page.goto(url);
  await page.getByText("200 of 1,000 loaded").waitFor();
  const files = await page.evaluate(() => {
    const entries = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
    const listMs = entries.find(({ name }) => name.includes("/api/iam/users"))?.responseEnd ?? 0;
    return entries.flatMap(({ name, responseEnd }) => (responseEnd <= listMs ? [name] : []));
  });
  const sizeOf = async (extension: string) => {
    const matching = files.filter((name) => name.endsWith(extension));
    const bodies = await Promise.all(matching.map(async (file) => (await fetch(file)).arrayBuffer()));
    return bodies.reduce((total, body) => total + gzipSync(new Uint8Array(body), { level: 9 }).length, 0);
  };
  const [script, styles] = await Promise.all([sizeOf(".js"), sizeOf(".css")]);
  expect(script).toBeGreaterThan(0);
  expect(script).toBeLessThanOrEqual(MAX_SCRIPT_BYTES);
  expect(styles).toBeGreaterThan(0);
  expect(styles).toBeLessThanOrEqual(MAX_STYLE_BYTES);
});

it.each([1_280, 768, 390])("moves nothing while the first list loads, at a width of %i px", async (width) => {
  const { page, url } = await open({}, { viewport: { width, height: 800 } });
  await page.addInitScript(() => {
    const shifts: string[] = [];
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { sources: { node?: Element }[] })[])
        shifts.push(...entry.sources.map(({ node }) => node?.textContent ?? ""));
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(url);
  await page.getByText("200 of 1,000 loaded").waitFor();
  await page.waitForLoadState("networkidle");
  expect(await page.evaluate(() => (globalThis as unknown as { shifts: string[] }).shifts)).toEqual([]);
});
