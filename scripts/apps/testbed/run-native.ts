import { readFileSync } from "node:fs";
import { createContext, Script } from "node:vm";

/** Runs a bundle where there is only what React Native's engine and its polyfills have, and answers with its `report`. */
export async function runNative(bundle: string, answer: typeof fetch): Promise<unknown> {
  const context = createContext({
    console,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    setImmediate,
    queueMicrotask,
    performance: { now: () => performance.now() },
    Headers,
    Request,
    Response,
    AbortController: NativeAbortController,
    AbortSignal: NativeAbortSignal,
    fetch: nativeFetch(answer),
  });
  // What engines of today have and its engine may not.
  const remove =
    "delete Promise.withResolvers; delete Array.fromAsync; delete Object.groupBy; delete globalThis.Iterator;";
  new Script(`globalThis.window = globalThis.global = globalThis; ${remove}`).runInContext(context);
  new Script(readFileSync(bundle, "utf8"), { filename: bundle }).runInContext(context);
  return context["report"];
}

/** Without `timeout`, `any`, `reason` and `throwIfAborted`. */
class NativeAbortSignal extends EventTarget {
  aborted = false;
}

class NativeAbortController {
  readonly signal: NativeAbortSignal = new NativeAbortSignal();

  abort(): void {
    if (this.signal.aborted) return;
    this.signal.aborted = true;
    this.signal.dispatchEvent(new Event("abort"));
  }
}

/** A `fetch` that knows such signals. */
function nativeFetch(answer: typeof fetch) {
  return (url: string, { signal, ...init }: RequestInit): Promise<Response> =>
    new Promise((resolve, reject) => {
      signal?.addEventListener("abort", () => reject(new Error("Aborted")), { once: true });
      answer(url, init).then(resolve, reject);
    });
}
