import { runPlan } from "./run-plan.ts";

/** A browser: the page comes from the server. */
await runPlan(globalThis.location.origin);
