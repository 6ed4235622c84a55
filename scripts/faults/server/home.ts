import type { IncomingMessage, ServerResponse } from "node:http";
import type { Plan, Report } from "../plan.ts";
import { crossOrigin, listen, type Listening } from "./listen.ts";

/** The server's line to the runtime under test. */
export interface Home extends Listening {
  readonly report: Promise<Report>;
  /** Tells the runtime that a call's request is there, and will have no whole answer. */
  tellStall(path: string): void;
  /** Puts an action off until the runtime has read the headers of its answer; gives the address to put into one of them. */
  onceRead(path: string, action: () => void): string;
}

const page = '<script type="module">import { runPlan } from "/probe.mjs"; await runPlan(location.origin);</script>';

/** Serves a page with the probe, and its plan. `settle` is waited for before the runtime may end. */
export async function startHome(probe: string, plan: Plan, settle: () => Promise<void>): Promise<Home> {
  const reported = Promise.withResolvers<Report>();
  const actions = new Map<string, () => void>();
  let stalls: ServerResponse | undefined;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { url = "" } = request;
    const action = actions.get(url);
    if (action) {
      action();
      response.writeHead(204, crossOrigin).end();
    } else if (url === "/") response.writeHead(200, { "content-type": "text/html" }).end(page);
    else if (url === "/probe.mjs") response.writeHead(200, { "content-type": "text/javascript" }).end(probe);
    else if (url === "/plan") response.writeHead(200, crossOrigin).end(JSON.stringify(plan));
    else if (url === "/stalls") {
      stalls = response.writeHead(200, crossOrigin);
      stalls.flushHeaders();
    } else if (url === "/stalls/end") {
      stalls?.end();
      response.writeHead(200, crossOrigin).end();
    } else if (url === "/report") {
      const report: Report = JSON.parse(await textOf(request));
      await settle();
      response.writeHead(200, crossOrigin).end();
      reported.resolve(report);
    } else response.writeHead(404).end();
  }

  const listening = await listen(answer);
  return {
    ...listening,
    report: reported.promise,
    tellStall: (path) => void stalls?.write(`${path}\n`),
    onceRead: (path, action) => {
      actions.set(`/read${path}`, action);
      return `${listening.origin}/read${path}`;
    },
  };
}

/** The body of a request. */
export async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request.setEncoding("utf8")) text += chunk;
  return text;
}
