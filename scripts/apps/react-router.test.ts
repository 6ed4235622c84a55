import { describeExample } from "./test-utils/describe-example.ts";
import { installExample } from "./test-utils/install-app.ts";
import { itInvites } from "./test-utils/it-invites.ts";

const example = {
  build() {
    const app = installExample("react-router");
    app.run("react-router", "build");
    return app;
  },
  command: ({ dependencies }: { readonly dependencies: string }) => [
    `${dependencies}/node_modules/@react-router/serve/bin.cjs`,
    "build/server/index.js",
  ],
};

describeExample("React Router", example, itInvites);
