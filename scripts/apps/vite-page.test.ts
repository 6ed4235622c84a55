import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createIamClient, listUsers } from "@segment-iam/client";
import { expect, it, onTestFinished } from "vitest";
import { readExamples } from "../published/read-examples.ts";
import { REPOSITORY } from "../src/repository.ts";
import { installExample } from "./test-utils/install-app.ts";
import { startProgram } from "./test-utils/start-program.ts";
import { startBrowser, visit } from "./test-utils/visit.ts";

/** The files of the page in the documentation, by their paths. */
const files = new Map(
  readExamples(REPOSITORY)
    .filter(({ place }) => place.startsWith("packages/docs/pages/start/vite.md"))
    .map(({ name, code }) => [name.replace("start-vite/", ""), code]),
);

/** The module that Vite's template has. */
const MAIN = `
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import App from "./App.tsx";

createRoot(document.getElementById("root")!).render(<StrictMode><App /></StrictMode>);
`;

it("runs the application of start/vite.md with the development server and with its own server", async () => {
  const app = installExample("vite");
  onTestFinished(app.remove);
  const modules = join(app.folder, "node_modules");
  const mockProgram = [join(modules, "@segment-iam/msw/dist/bin.js"), "--port", "0", "--users", "50"];
  const mock = await startProgram(mockProgram, app.folder);
  onTestFinished(mock.stop);
  rmSync(join(app.folder, "src"), { recursive: true });
  for (const [path, code] of new Map([...files, ["src/main.tsx", MAIN]])) {
    mkdirSync(dirname(join(app.folder, path)), { recursive: true });
    writeFileSync(join(app.folder, path), code.replace("http://127.0.0.1:4010", mock.url));
  }

  const vite = join(app.dependencies, "node_modules/vite/bin/vite.js");
  const development = [vite, "--host", "127.0.0.1", "--port", "0"];
  await removeFirstUser(development, app.folder, { NODE_ENV: "development" });
  app.run("vite", "build");
  const variables = { PORT: "0", SEGMENT_TOKEN: "any", SEGMENT_URL: mock.url, ALLOW_EVERYONE: "true" };
  await removeFirstUser(["server.ts"], app.folder, variables);
  const { users } = await listUsers(createIamClient({ token: "any", baseUrl: mock.url }));
  expect(users).toHaveLength(48);
});

/** Starts a server, loads two pages of users in a browser, and removes the first user. */
async function removeFirstUser(
  program: readonly string[],
  folder: string,
  variables: Readonly<Record<string, string>>,
): Promise<void> {
  const server = await startProgram(program, folder, variables);
  onTestFinished(server.stop);
  const browser = await startBrowser();
  onTestFinished(() => browser.close());
  const { page, consoleErrors } = await visit(browser, server.url);
  const users = page.getByRole("listitem");
  await page.getByText("Load more").click();
  await users.nth(39).waitFor();
  const [email = ""] = (await users.first().textContent())?.split(" ") ?? [];
  await users.first().getByText("Remove").click();
  await page.getByText(email).waitFor({ state: "detached" });
  expect(consoleErrors).toEqual([]);
}
