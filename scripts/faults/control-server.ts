import type { ServerResponse } from "node:http";
import { crossOrigin } from "@segment-iam/test-utils/http-faults";
import { readBody, serve, type TestServer } from "@segment-iam/test-utils/serve";
import type { Plan, Report } from "./plan.ts";

/** The server that a probe talks to outside its calls. */
export interface Home extends TestServer {
  readonly report: Promise<Report>;
  /** Tells the probe that a request has arrived and gets no complete response. */
  tellStall(path: string): void;
  /** Delays an action until the probe has read the headers of a response. Returns the URL for its `x-read-at` header. */
  onceRead(path: string, action: () => void): string;
}

const page = '<script type="module">import { runPlan } from "/probe.mjs"; await runPlan(location.origin);</script>';

/** Serves the probe, its plan and a page that runs it. `settle` runs after the report, before the probe may end. */
export async function startHome(probe: string, plan: Plan, settle: () => Promise<void>): Promise<Home> {
  const reported = Promise.withResolvers<Report>();
  const actions = new Map<string, () => void>();
  let stalls: ServerResponse | undefined;

  const server = await serve(async (request, response) => {
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
      const report: Report = JSON.parse(await readBody(request));
      await settle();
      response.writeHead(200, crossOrigin).end();
      reported.resolve(report);
    } else response.writeHead(404).end();
  });

  return {
    ...server,
    report: reported.promise,
    tellStall: (path) => void stalls?.write(`${path}\n`),
    onceRead: (path, action) => {
      actions.set(`/read${path}`, action);
      return `${server.url}/read${path}`;
    },
  };
}
