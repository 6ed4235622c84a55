import type { Library } from "./redis-clients.ts";
import { startParty } from "./redis-worker.ts";

// The main file of a process that takes part until it is sent anything, and reports then.
const [library, path = "", url = "", timeoutMs] = process.argv.slice(2);
const party = await startParty({
  library: library as Library,
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
