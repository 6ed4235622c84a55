import { serveUsage } from "./child-process.ts";
import { CONTENDERS } from "./contenders.ts";
import { loadProxyPeers } from "./load-peers.ts";

/** Serves a contender. Arguments: its id, and the URL of the API. */
const [id, target = ""] = process.argv.slice(2);
const contender = CONTENDERS.find((candidate) => candidate.id === id);
if (!contender) throw new RangeError(`Unknown contender ${JSON.stringify(id)}`);
serveUsage(await contender.start(target, loadProxyPeers()));
