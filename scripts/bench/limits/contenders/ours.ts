import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Contender } from "../contender.ts";

interface Client {
  createIamClient(options: object): object;
  deleteUsers(client: object, input: { userIds: readonly string[] }): Promise<unknown>;
}
interface Helpers {
  retry(options: { deadlineMs: number }): unknown;
  rateLimit(options: { maxWaitMs: number }): unknown;
}

/** The calls are wanted, however long they wait; whoever waits for an answer would rather have an error after a minute. */
const PATIENCE_MS = 2 * 60 * 60_000;

export const ours: Contender = {
  id: "ours",
  name: "@segment-iam",
  create: async ({ fetch }) => {
    const { createIamClient, deleteUsers } = await importBuilt<Client>("client");
    const { retry, rateLimit } = await importBuilt<Helpers>("helpers");
    const interceptors = [retry({ deadlineMs: PATIENCE_MS }), rateLimit({ maxWaitMs: PATIENCE_MS })];
    const iam = createIamClient({ token: "sgp_simulated", fetch, interceptors });
    return () => deleteUsers(iam, { userIds: ["u1"] });
  },
};

/** A package of this workspace as it was built. Who declares the type vouches for it. */
function importBuilt<Module>(folder: string): Promise<Module> {
  const file = join(import.meta.dirname, "../../../../packages", folder, "dist/index.js");
  return import(pathToFileURL(file).href);
}
