import { pathToFileURL } from "node:url";

/** As much of miniflare as is needed. It is installed when it is wanted, so that its types are not there. */
interface Miniflare {
  new (options: object): {
    readonly ready: Promise<URL>;
    dispatchFetch(url: string): Promise<{ text(): Promise<string> }>;
    dispose(): Promise<void>;
  };
}

/** A worker that runs a bundled probe. */
export interface ProbeWorker {
  /** What the worker answered once it had reported. */
  readonly answer: Promise<string>;
  close(): Promise<void>;
}

/** Starts a worker in workerd, the open-source core of Cloudflare's platform. */
export async function startWorker(miniflare: string, script: string, home: string): Promise<ProbeWorker> {
  const { Miniflare }: { Miniflare: Miniflare } = await import(pathToFileURL(miniflare).href);
  const worker = new Miniflare({ modules: true, script, compatibilityDate: "2026-01-01", verbose: false });
  await worker.ready;
  const answered = worker.dispatchFetch(`http://probe.test/?home=${encodeURIComponent(home)}`);
  return { answer: answered.then((response) => response.text()), close: () => worker.dispose() };
}
