import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { describeExample } from "./test-utils/describe-example.ts";
import { installExample } from "./test-utils/install-app.ts";
import { TOKEN } from "./test-utils/start-mock.ts";
import { visit } from "./test-utils/visit.ts";

/** The oldest and the newest versions that `peerDependencies` of @segment-iam/react allow, and mixed versions. */
const versions = [
  { react: "18.0.0", query: "5.90.2" },
  { react: "18.3.1", query: undefined },
  { react: "19.0.0", query: "5.90.2" },
  { react: undefined, query: undefined },
];

/** A configuration without the React Compiler, because React 18 does not include the compiler's runtime. */
const withoutCompiler = `
import react from "@vitejs/plugin-react";
export default { plugins: [react()], build: { outDir: "dist/client" } };
`;

for (const { react, query } of versions) {
  const example = {
    build() {
      const app = installExample("vite", {
        ...(react && { react, "react-dom": react }),
        ...(query && { "@tanstack/react-query": query }),
      });
      if (react?.startsWith("18")) writeFileSync(join(app.folder, "vite.config.ts"), withoutCompiler);
      app.run("vite", "build");
      app.run("vite", "build", "--ssr", "src/server.tsx", "--outDir", "dist/server");
      return app;
    },
    command: () => ["serve.ts"],
    variables: { PORT: "0" },
  };
  describeExample(`Vite, React ${react ?? 19} and TanStack Query ${query ?? 5}`, example, (started) => {
    it("removes selected users in bulk, and shows the remaining rate limit", async () => {
      const { browser, server } = started();
      const { page, consoleErrors, takeCalls, receivedText } = await visit(browser, server.url);
      const boxes = page.getByRole("checkbox");
      for (const index of [1, 2]) await boxes.nth(index).check();
      const remaining = async () => Number.parseInt((await page.getByText("removals left").textContent()) ?? "", 10);
      const before = await remaining();
      await page.getByText("Remove selected").click();
      await page.getByText("Removed 2 of 2").waitFor();
      expect(await remaining()).toBeLessThan(before);
      expect(takeCalls().filter((call) => call.startsWith("DELETE"))).toHaveLength(1);
      expect(await page.locator("li input:checked").count()).toBe(0);
      expect(consoleErrors).toEqual([]);
      expect(await receivedText()).not.toContain(TOKEN);
    });
  });
}
