import { serveUsage } from "./child-process.ts";
import { CONTENDERS } from "./contenders.ts";
import { createLoad } from "../install-peers.ts";

/** Serves a contender. Arguments: its id, the URL of the API, and the folder of the peers. */
const [id, target = "", peers = ""] = process.argv.slice(2);
const contender = CONTENDERS.find((candidate) => candidate.id === id);
if (!contender) throw new RangeError(`Unknown contender ${JSON.stringify(id)}`);
serveUsage(await contender.start(target, await createLoad(peers)));
