import { join } from "node:path";
import { rolldown } from "rolldown";

/** Bundles an entry of the probe, with the packages as they are built, into one module that runs anywhere. */
export async function bundleProbe(entry: "process" | "page" | "worker"): Promise<string> {
  const bundle = await rolldown({
    input: join(import.meta.dirname, `../probe/${entry}.ts`),
    platform: "neutral",
    resolve: { mainFields: ["module", "main"] },
    logLevel: "warn",
  });
  const { output } = await bundle.generate({ format: "esm", codeSplitting: false });
  await bundle.close();
  return output[0].code;
}
