import dns from "node:dns";
import { Socket } from "node:net";

/** Runs something during which every attempt to reach a host fails, and counts. */
export async function withoutNetwork(run: () => Promise<void>): Promise<number> {
  let attempts = 0;
  const refuse = (): never => {
    attempts += 1;
    throw new Error("The network was used");
  };
  const { fetch } = globalThis;
  const { lookup } = dns;
  const { connect } = Socket.prototype;
  globalThis.fetch = refuse;
  dns.lookup = refuse as unknown as typeof dns.lookup;
  Socket.prototype.connect = refuse;
  try {
    await run();
  } finally {
    globalThis.fetch = fetch;
    dns.lookup = lookup;
    Socket.prototype.connect = connect;
  }
  return attempts;
}
