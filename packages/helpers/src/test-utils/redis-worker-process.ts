import type { RedisLibrary } from "./redis-clients.ts";
import { startWorker } from "./redis-worker.ts";

// The main file of a process that takes part until it is sent anything, and reports then.
const [library, path = "", url = "", timeoutMs] = process.argv.slice(2);
const party = await startWorker({
  library: library as RedisLibrary,
  redis: { path },
  timeoutMs: Number(timeoutMs),
  url,
  onModeChange: (mode) => process.send?.({ mode }),
});
process.once("message", async () => {
  process.send?.({ report: await party.stop() });
  process.disconnect();
});
process.send?.({ mode: "shared" });
