import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

/** The settings of a Worker. */
export interface WorkerSettings {
  /** @default "2026-01-01" */
  readonly compatibilityDate?: string;
  /** @default [] */
  readonly compatibilityFlags?: readonly string[];
  /** The text bindings by name. @default {} */
  readonly bindings?: Readonly<Record<string, string>>;
}

/** Returns a configuration that loads `main.mjs` and `probe.mjs`, allows connections to localhost and serves on a free port. */
export function createWorkerdConfig({
  compatibilityDate = "2026-01-01",
  compatibilityFlags = [],
  bindings = {},
}: WorkerSettings = {}): string {
  const texts = Object.entries(bindings).map(([name, text]) => `(name = ${quote(name)}, text = ${quote(text)})`);
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (services = [
  (name = "probe", worker = (
    modules = [
      (name = "main.mjs", esModule = embed "main.mjs"),
      (name = "probe.mjs", esModule = embed "probe.mjs"),
    ],
    compatibilityDate = ${quote(compatibilityDate)},
    compatibilityFlags = [${compatibilityFlags.map(quote).join(", ")}],
    bindings = [${texts.join(", ")}],
  )),
  (name = "internet", network = (allow = ["private"])),
], sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "probe")]);
`;
}

function quote(text: string): string {
  return JSON.stringify(text);
}

/** A Worker that listens on localhost. */
export interface ServedWorker {
  readonly url: string;
  /** The output of workerd so far. */
  readonly output: string;
  close(): Promise<void>;
}

/** Serves a Worker over TCP. Its module `main` can import `./probe.mjs`. */
export async function serveWorker(
  workerd: string,
  main: string,
  probe: string,
  settings?: WorkerSettings,
): Promise<ServedWorker> {
  const folder = mkdtempSync(join(tmpdir(), "segment-iam-worker-"));
  const files = { "main.mjs": main, "probe.mjs": probe, "config.capnp": createWorkerdConfig(settings) };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const child = spawn(workerd, ["serve", "config.capnp", "--control-fd=3"], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += chunk));
  const closed = once(child, "close");
  const close = async () => {
    child.kill("SIGKILL");
    await closed;
    rmSync(folder, { recursive: true, force: true });
  };
  for await (const line of createInterface({ input: child.stdio[3] as Readable })) {
    const { event, port } = JSON.parse(line);
    if (event === "listen") {
      return {
        url: `http://127.0.0.1:${port}`,
        get output() {
          return output;
        },
        close,
      };
    }
  }
  await close();
  throw new Error(`workerd did not listen:\n${output}`);
}
