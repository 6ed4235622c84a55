import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** The dependencies are installed in the parent folder. */
const root = dirname(dirname(fileURLToPath(import.meta.url)));

const config = { turbopack: { root }, outputFileTracingRoot: root, typescript: { ignoreBuildErrors: false } };

export default config;
