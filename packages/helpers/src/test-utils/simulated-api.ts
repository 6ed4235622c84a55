import type { Fate } from "./fate.ts";
import { LimitedServer, type LimitedServerOptions } from "./limited-server.ts";
import { refusal } from "./refusal.ts";

/** A request, and what came of it. */
export interface Sent {
  /** The call it belongs to, of which its header `x-call` tells. */
  readonly call: string;
  readonly url: string;
  readonly body: unknown;
  readonly sentMs: number;
  readonly fate: Fate;
  /** `undefined` when no answer arrived. */
  status?: number;
  /** When the server lets the next one through, where the answer said so: by the true clock, not as it was rounded. */
  releaseMs?: number;
  /** Which of the limit's windows it was counted in. */
  window?: number;
  /** How many requests had been sent when the answer arrived. */
  answeredAt?: number;
}

/** Enforces a limit, and lets requests meet the fates it is given; to be used as a client's `fetch`. It notes everything. */
export class SimulatedApi {
  readonly limited: LimitedServer;
  readonly sent: Sent[] = [];
  readonly #options: LimitedServerOptions;
  readonly #fates: readonly Fate[];
  #carryOut: (url: string) => Response | undefined = () => undefined;

  constructor(options: LimitedServerOptions, fates: readonly Fate[]) {
    this.#options = options;
    this.#fates = fates;
    this.limited = new LimitedServer(options);
  }

  /** Sets what requests do that the limit lets through, and what they are answered. */
  answerWith(carryOut: (url: string) => Response): void {
    this.#carryOut = carryOut;
  }

  readonly fetch = async (input: unknown, init: RequestInit = {}): Promise<Response> => {
    const fate = this.#fates[this.sent.length % this.#fates.length] ?? { kind: "answered", hint: "none" };
    const call = new Headers(init.headers).get("x-call") ?? "";
    const sent: Sent = { call, url: String(input), body: init.body, sentMs: this.#options.clock.now(), fate };
    this.sent.push(sent);
    await this.#travel(init.signal);
    const response = this.#meet(sent);
    await this.#travel(init.signal, fate.kind === "hung");
    if (response === undefined) throw brokenBy(fate.kind);
    sent.status = response.status;
    sent.answeredAt = this.sent.length;
    return response;
  };

  #meet(sent: Sent): Response | undefined {
    const { clock } = this.#options;
    const { fate } = sent;
    if (fate.kind === "refused" || fate.kind === "reset") return undefined;
    if (fate.kind === "failed") {
      // The end of a window asks for nothing where it is not exhausted.
      const isTold = fate.hint !== "none" && (fate.hint !== "reset" || fate.status === 429);
      if (isTold) sent.releaseMs = clock.now() + fate.waitMs;
      return refusal(fate.status, fate.hint, fate.waitMs, this.limited.wallMs);
    }
    const response = this.limited.respond(fate.hint);
    sent.window = this.limited.windows.length;
    if (response.status === 429 && fate.hint !== "none") sent.releaseMs = clock.now() + this.limited.leftMs;
    const answer = response.ok ? withHeadersOf(response, this.#carryOut(sent.url)) : response;
    return fate.kind === "answered" ? answer : undefined;
  }

  /** Takes its time, or for ever, and is broken off by the signal as a real connection is. */
  #travel(signal: AbortSignal | null | undefined, forEver = false): Promise<void> {
    const { clock, latencyMs = () => 0 } = this.#options;
    return new Promise((resolve, reject) => {
      const timer = forEver ? undefined : clock.setTimeout(arrive, latencyMs());
      function arrive(): void {
        signal?.removeEventListener("abort", breakOff);
        resolve();
      }
      function breakOff(): void {
        clock.clearTimeout(timer);
        reject(signal?.reason);
      }
      signal?.addEventListener("abort", breakOff, { once: true });
    });
  }
}

function withHeadersOf(counted: Response, answer: Response | undefined): Response {
  return answer ? new Response(answer.body, { status: answer.status, headers: counted.headers }) : counted;
}

function brokenBy(kind: Fate["kind"]): TypeError {
  const code = kind === "refused" ? "ECONNREFUSED" : "ECONNRESET";
  return new TypeError("fetch failed", { cause: Object.assign(new Error(kind), { code }) });
}
