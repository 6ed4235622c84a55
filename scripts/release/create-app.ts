import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";

import { REPOSITORY } from "../src/repository.ts";
import type { Sandbox } from "./sandbox.ts";
import { smokeTest } from "./smoke-test.ts";

/** A React application that uses the packages from the registry. */
export interface App {
  /** Type-checks and builds the application. @throws {CommandError} with the type errors */
  readonly build: () => Promise<string>;
  /** Tests the built application with the mock in Chromium. Returns a summary of what the page showed. */
  readonly smokeTest: () => Promise<string[]>;
  /** Installs a version of the packages. */
  readonly upgrade: (version: string) => Promise<string>;
  /** Writes a file of the application. */
  readonly write: (path: string, code: string) => void;
  /** Returns the latest entry in the changelog of an installed package. */
  readonly readChangelog: (name: string) => string;
}

/** The template. Its version is pinned, so that each rehearsal creates the same application. */
const TEMPLATE = "vite@9.3.0";

/** The code of src/main.tsx. It renders the component of the README. */
const MAIN = `import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";

createRoot(document.getElementById("root")!).render(<App />);
`;

/** Creates an application with Vite's template, and follows the READMEs of the react and the msw package. */
export async function createApp({ directory, run, environment }: Sandbox): Promise<App> {
  const folder = join(directory, "app");
  const write = (path: string, code: string) => writeFileSync(join(folder, path), code);
  await run(directory, "npm", "create", "--yes", TEMPLATE, "app", "--", "--template", "react-ts", "--no-interactive");
  const [react, msw] = [readReadme("react"), readReadme("msw")];
  for (const readme of [react, msw])
    await run(folder, "npm", ...codeBlock(readme, "sh", "npm install").trim().split(" ").slice(1));
  const mockPort = await findFreePort();
  write("src/App.tsx", codeBlock(react, "tsx", "IamProvider"));
  write("src/main.tsx", MAIN);
  write("vite.config.ts", codeBlock(msw, "ts", "server: { proxy").replaceAll("4010", String(mockPort)));

  return {
    write,
    build: () => run(folder, "npm", "run", "build"),
    smokeTest: () => smokeTest({ folder, environment, mockPort }),
    upgrade(version) {
      const { dependencies, devDependencies } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
      const names = Object.keys({ ...dependencies, ...devDependencies }).filter((name) =>
        name.startsWith("@segment-iam/"),
      );
      return run(folder, "npm", "install", ...names.map((name) => `${name}@${version}`));
    },
    readChangelog(name) {
      const text = readFileSync(join(folder, "node_modules", name, "CHANGELOG.md"), "utf8");
      return `## ${text.split(/^## /m)[1] ?? ""}`.trim();
    },
  };
}

function readReadme(name: string): string {
  return readFileSync(join(REPOSITORY, "packages", name, "README.md"), "utf8");
}

/** Returns the first code block of a language that contains a text. @throws {Error} if there is none */
function codeBlock(markdown: string, language: string, text: string): string {
  for (const [, blockLanguage, code = ""] of markdown.matchAll(/^```(\w+)\n(.*?)^```$/gms)) {
    if (blockLanguage === language && code.includes(text)) return code;
  }
  throw new Error(`The README has no ${language} block with "${text}"`);
}

/** Returns a port on which no server listens. */
async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
