import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** The dependencies are in the folder above. */
const root = dirname(dirname(fileURLToPath(import.meta.url)));

const config = { turbopack: { root }, outputFileTracingRoot: root, typescript: { ignoreBuildErrors: false } };

export default config;
