import { dirname } from "node:path";
import Metro from "metro";

/** Bundles `entry.js` with Metro, the bundler of React Native, into the file given as argument. */
const [out, projectRoot] = [process.argv[2], import.meta.dirname];
const defaults = await Metro.loadConfig({ resetCache: true }, {});
const config = {
  ...defaults,
  projectRoot,
  watchFolders: [dirname(projectRoot)],
  maxWorkers: 1,
  cacheStores: [],
  reporter: { update() {} },
  resolver: { ...defaults.resolver, useWatchman: false, unstable_conditionNames: ["react-native"] },
  transformer: {
    ...defaults.transformer,
    getTransformOptions: async () => ({ transform: { experimentalImportSupport: true, inlineRequires: false } }),
  },
};
await Metro.runBuild(config, { entry: "entry.js", platform: "ios", dev: false, minify: false, out });
