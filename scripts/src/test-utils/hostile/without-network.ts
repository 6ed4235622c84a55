import dns from "node:dns";
import { Socket } from "node:net";

/** Calls `run` with network access blocked. Returns the number of attempts to use the network. */
export async function withoutNetwork(run: () => Promise<void>): Promise<number> {
  let attempts = 0;
  const block = (): never => {
    attempts += 1;
    throw new Error("The network was used");
  };
  const { fetch } = globalThis;
  const { lookup } = dns;
  const { connect } = Socket.prototype;
  globalThis.fetch = block;
  dns.lookup = block as unknown as typeof dns.lookup;
  Socket.prototype.connect = block;
  try {
    await run();
  } finally {
    globalThis.fetch = fetch;
    dns.lookup = lookup;
    Socket.prototype.connect = connect;
  }
  return attempts;
}
