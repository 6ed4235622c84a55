import { describeExample } from "./test-utils/describe-example.ts";
import { installRecipe } from "./test-utils/install-app.ts";

const example = {
  build() {
    const app = installRecipe("tanstack-start");
    app.run("vite", "build");
    app.run("tsc", "-p", ".");
    return app;
  },
  command: ({ dependencies }: { readonly dependencies: string }) => [
    `${dependencies}/node_modules/srvx/bin/srvx.mjs`,
    "--prod",
    "--port=0",
    "--static=../client",
    "dist/server/server.js",
  ],
};

describeExample("TanStack Start", example);
