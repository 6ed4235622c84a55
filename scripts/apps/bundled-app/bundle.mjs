import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Bundles `entry.js` with the bundler given as argument, and prints the minified code. */
const entry = join(import.meta.dirname, "entry.js");
const out = join(import.meta.dirname, "dist");

/** Not bundled, so that the bundle imports only the hooks of TanStack Query that it uses. */
const external = ["react", "react/jsx-runtime", "@tanstack/react-query"];

const bundlers = {
  async esbuild() {
    const { build } = await import("esbuild");
    const options = { bundle: true, format: "esm", minifySyntax: true, treeShaking: true, write: false, external };
    const { outputFiles } = await build({ entryPoints: [entry], ...options });
    // esbuild keeps unused names in imports of external modules, because it does not know whether the imports fail.
    return outputFiles[0].text.replaceAll(/^import \{[^}]*\} from ".*";$/gm, "");
  },
  async rolldown() {
    const { rolldown } = await import("rolldown");
    const bundle = await rolldown({ input: entry, external });
    const { output } = await bundle.generate({ format: "esm", minify: true });
    return output[0].code;
  },
  async rollup() {
    const { rollup } = await import("rollup");
    const { nodeResolve } = await import("@rollup/plugin-node-resolve");
    const bundle = await rollup({ input: entry, external, plugins: [nodeResolve()] });
    const { output } = await bundle.generate({ format: "esm", compact: true });
    return output[0].code;
  },
  async vite() {
    const { build } = await import("vite");
    const options = { write: false, minify: true, rolldownOptions: { input: entry, external } };
    const { output } = await build({
      root: import.meta.dirname,
      configFile: false,
      logLevel: "silent",
      build: options,
    });
    return output[0].code;
  },
  webpack: async () => bundleWith((await import("webpack")).default),
  rspack: async () => bundleWith((await import("@rspack/core")).rspack),
};

/** Bundles with webpack, or with a bundler that has its API. */
async function bundleWith(create) {
  const compiler = create({
    mode: "production",
    entry,
    externals: external,
    externalsType: "module",
    experiments: { outputModule: true },
    output: { path: out, module: true, filename: "[name].js" },
  });
  const { promise, resolve, reject } = Promise.withResolvers();
  compiler.run((error, stats) => (error ? reject(error) : resolve(stats)));
  const stats = await promise;
  if (stats.hasErrors()) throw new Error(stats.toString());
  return readFileSync(join(out, "main.js"), "utf8");
}

console.log(await bundlers[process.argv[2]]());
