import { expect, it } from "vitest";
import { describeExample } from "./test-utils/describe-example.ts";
import { installExample } from "./test-utils/install-app.ts";
import { itInvites } from "./test-utils/it-invites.ts";
import { visit } from "./test-utils/visit.ts";

/** The newest and the oldest supported version of TanStack Query. The React version is fixed, because the App Router bundles its own. */
const versions: readonly { readonly "@tanstack/react-query"?: string }[] = [{}, { "@tanstack/react-query": "5.90.2" }];

for (const version of versions) {
  const name = `Next.js, TanStack Query ${version["@tanstack/react-query"] ?? 5}`;
  const example = {
    build() {
      const app = installExample("next", version);
      app.run("next", "build");
      return app;
    },
    command: ({ dependencies }: { readonly dependencies: string }) => [
      `${dependencies}/node_modules/next/dist/bin/next`,
      "start",
      "--port=0",
      "--hostname=127.0.0.1",
    ],
  };
  describeExample(name, example, (started) => {
    itInvites(started);

    it("sends no request until Try again is clicked, then repeats the failed request", async () => {
      const { browser, mock, start } = started();
      const server = await start({ SEGMENT_TOKEN: "sgp_wrong", SEGMENT_URL: mock.url, ALLOW_EVERYONE: "true" });
      const { page, takeCalls } = await visit(browser, `${server.url}/users/ada`);
      expect(await page.getByRole("alert").getByRole("heading").textContent()).toBe("Error 401");
      expect(takeCalls()).toEqual([]);
      const response = page.waitForResponse(/api\/iam/);
      await page.getByText("Try again").click();
      expect((await response).status()).toBe(401);
      expect(takeCalls()).toEqual(["GET /users/ada"]);
    });
  });
}
