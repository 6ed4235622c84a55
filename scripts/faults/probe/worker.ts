import { runPlan } from "./run-plan.ts";

/** A worker runs a plan when it is asked for one; it may not connect to anything before. */
const worker = {
  async fetch(request: Request): Promise<Response> {
    await runPlan(new URL(request.url).searchParams.get("home") ?? "");
    return new Response("done");
  },
};

export { worker as default };
