import { parseArgs } from "node:util";
import { createIamClient, deleteUsers, getUser, listUsers } from "@segment-iam/client";
import { createMockWorkspace } from "@segment-iam/msw/workspace";
import { median } from "./quantile.ts";
import { readPositiveInteger } from "./read-options.ts";
import { printTable, type Row } from "./tables.ts";

/**
 * Prints how long a mock workspace takes to start, to respond and to copy its contents, in milliseconds.
 *
 * Prints the first run, which includes JIT compilation, and the median, which is typical for a test process with many workspaces.
 *
 * Options: `--rounds N` sets the number of runs.
 */
const { values } = parseArgs({ options: { rounds: { type: "string", default: "11" } } });
const rounds = readPositiveInteger("--rounds", values.rounds);

async function measure(users: number): Promise<Row[]> {
  const workspace = createMockWorkspace({ users, limits: false });
  const iam = createIamClient({ token: "any", fetch: workspace.fetch });
  const snapshot = workspace.snapshot();
  const lastId = workspace.users.at(-1)?.id ?? "";
  const operations: Readonly<Record<string, () => unknown>> = {
    createMockWorkspace: () => createMockWorkspace({ users }),
    "listUsers, 1,000 users": () => listUsers(iam, { pagination: { count: 1_000 } }),
    "getUser, the last user": () => getUser(iam, { userId: lastId }),
    "deleteUsers, unknown": () => deleteUsers(iam, { userIds: ["x"] }).catch(() => {}),
    snapshot: () => workspace.snapshot(),
    restore: () => workspace.restore(snapshot),
  };
  const rows: Row[] = [];
  for (const [operation, run] of Object.entries(operations)) {
    const durations: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const startMs = performance.now();
      await run();
      durations.push(performance.now() - startMs);
    }
    const [first = NaN] = durations;
    rows.push({
      users: users.toLocaleString("en"),
      operation,
      "first ms": first.toFixed(1),
      "median ms": median(durations).toFixed(1),
    });
  }
  return rows;
}

printTable("Mock workspace", [...(await measure(1_000)), ...(await measure(100_000))]);
