import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A server that answers requests with a function, on a free local port. */
export interface FetchServer {
  url: string;
  close(): void;
}

/** Starts a server. An answer that fails breaks the connection off. */
export async function serveFetch(answer: (request: Request) => Promise<Response>): Promise<FetchServer> {
  const server = createServer(async (incoming, outgoing) => {
    try {
      const { method = "GET", url = "/", headers } = incoming;
      const body: Buffer[] = [];
      for await (const chunk of incoming) body.push(chunk as Buffer);
      const request = new Request(new URL(url, "http://localhost"), {
        method,
        headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
        ...(body.length > 0 && { body: Buffer.concat(body) }),
      });
      const response = await answer(request);
      outgoing.writeHead(response.status, Object.fromEntries(response.headers)).end(await response.text());
    } catch {
      outgoing.destroy();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
