import { join } from "node:path";
import { rolldown } from "rolldown";

/** Bundles a module of `probe/` with the built packages, for any runtime. */
export async function bundleModule(name: string): Promise<string> {
  const bundle = await rolldown({
    input: join(import.meta.dirname, "../probe", name),
    platform: "neutral",
    logLevel: "warn",
  });
  const { output } = await bundle.generate({ format: "esm", codeSplitting: false });
  await bundle.close();
  return output[0].code;
}
