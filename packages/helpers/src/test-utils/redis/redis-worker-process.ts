import type { RedisLibrary } from "./redis-clients.ts";
import { startWorker } from "./redis-worker.ts";

// Entry point of a worker process. It runs until it receives a message, and then sends its report.
const [library, path = "", url = "", timeoutMs] = process.argv.slice(2);
const worker = await startWorker({
  library: library as RedisLibrary,
  redis: { path },
  timeoutMs: Number(timeoutMs),
  url,
  onModeChange: (mode) => process.send?.({ mode }),
});
process.once("message", async () => {
  process.send?.({ report: await worker.stop() });
  process.disconnect();
});
process.send?.({ mode: "shared" });
