import { join } from "node:path";
import { rolldown } from "rolldown";

/** Bundles the probe, with the packages as they are built, into one module that any runtime can load. */
export async function bundleProbe(): Promise<string> {
  const bundle = await rolldown({
    input: join(import.meta.dirname, "../probe/run-plan.ts"),
    platform: "neutral",
    logLevel: "warn",
  });
  const { output } = await bundle.generate({ format: "esm", codeSplitting: false });
  await bundle.close();
  return output[0].code;
}
