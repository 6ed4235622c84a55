import { readFileSync } from "node:fs";
import { createContext, Script } from "node:vm";

/** Runs a bundle with only the globals of React Native. Returns the `report` that the bundle sets. */
export async function runNative(bundle: string, respond: typeof fetch): Promise<unknown> {
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
    fetch: nativeFetch(respond),
  });
  // Removes features that React Native's engine may lack.
  const remove =
    "delete Promise.withResolvers; delete Array.fromAsync; delete Object.groupBy; delete globalThis.Iterator;";
  new Script(`globalThis.window = globalThis.global = globalThis; ${remove}`).runInContext(context);
  new Script(readFileSync(bundle, "utf8"), { filename: bundle }).runInContext(context);
  return context["report"];
}

/** A signal without `timeout`, `any`, `reason` and `throwIfAborted`. */
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

/** Creates a `fetch` that accepts a `NativeAbortSignal`. */
function nativeFetch(respond: typeof fetch) {
  return (url: string, { signal, ...init }: RequestInit): Promise<Response> =>
    new Promise((resolve, reject) => {
      signal?.addEventListener("abort", () => reject(new Error("Aborted")), { once: true });
      respond(url, init).then(resolve, reject);
    });
}
