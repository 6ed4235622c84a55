import { runPlan } from "./run-plan.ts";

/** Node, Bun and Deno: the address of the server is the argument. The process then has to end by itself. */
await runPlan(globalThis.process.argv[2] ?? "");
