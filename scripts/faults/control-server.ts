import type { ServerResponse } from "node:http";
import { crossOrigin } from "@segment-iam/test-utils/http-faults";
import { readBody, serve, type TestServer } from "@segment-iam/test-utils/serve";
import type { Plan, Report } from "./plan.ts";

/** The server that sends a probe its plan and receives its report. */
export interface ControlServer extends TestServer {
  readonly report: Promise<Report>;
  /** Notifies the probe that a request has stalled. */
  reportStall(path: string): void;
  /** Runs an action once the probe has read the headers of a response. Returns the URL for its `x-read-at` header. */
  afterHeadersRead(path: string, action: () => void): string;
}

const page = '<script type="module">import { runPlan } from "/probe.mjs"; await runPlan(location.origin);</script>';

/**
 * Serves the probe, its plan and a page that runs it.
 *
 * @param beforeExit Runs after the report has arrived and before the probe exits.
 */
export async function startControlServer(
  probe: string,
  plan: Plan,
  beforeExit: () => Promise<void>,
): Promise<ControlServer> {
  const reported = Promise.withResolvers<Report>();
  const actions = new Map<string, () => void>();
  let stallStream: ServerResponse | undefined;

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
      stallStream = response.writeHead(200, crossOrigin);
      stallStream.flushHeaders();
    } else if (url === "/stalls/end") {
      stallStream?.end();
      response.writeHead(200, crossOrigin).end();
    } else if (url === "/report") {
      const report: Report = JSON.parse(await readBody(request));
      await beforeExit();
      response.writeHead(200, crossOrigin).end();
      reported.resolve(report);
    } else response.writeHead(404).end();
  });

  return {
    ...server,
    report: reported.promise,
    reportStall: (path) => void stallStream?.write(`${path}\n`),
    afterHeadersRead: (path, action) => {
      actions.set(`/read${path}`, action);
      return `${server.url}/read${path}`;
    },
  };
}
