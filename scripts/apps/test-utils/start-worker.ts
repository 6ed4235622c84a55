import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "jsonc-parser";
import { rolldown } from "rolldown";
import { installWorkerd } from "../../faults/runtimes/install-runtime.ts";
import { serveWorker } from "../../faults/runtimes/workerd.ts";
import type { InstalledApp } from "./install-app.ts";
import type { RunningProgram } from "./start-program.ts";

/** Bundles the Worker of an application and starts it in workerd, with the settings of `wrangler.jsonc`. */
export async function startWorker(
  { folder }: InstalledApp,
  bindings: Readonly<Record<string, string>>,
): Promise<RunningProgram> {
  const wrangler = parse(readFileSync(join(folder, "wrangler.jsonc"), "utf8"), [], { allowTrailingComma: true });
  const bundle = await rolldown({
    cwd: folder,
    input: wrangler.main,
    platform: "neutral",
    external: /^cloudflare:/,
    logLevel: "warn",
  });
  const { output } = await bundle.generate({ format: "esm", codeSplitting: false });
  await bundle.close();
  const main = 'export { default } from "./probe.mjs";\n';
  const worker = await serveWorker(await installWorkerd(), main, output[0].code, {
    compatibilityDate: wrangler.compatibility_date,
    compatibilityFlags: wrangler.compatibility_flags,
    bindings,
  });
  return { url: worker.url, output: () => worker.output, stop: worker.close };
}
