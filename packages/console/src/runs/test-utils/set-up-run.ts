import { createIamClient } from "@segment-iam/client";
import { createMockWorkspace } from "@segment-iam/msw/server";
import { QueryClient } from "@tanstack/react-query";
import type { RunHistory, RunEvent } from "../engine/run-history.ts";
import { Run } from "../engine/run.ts";
import type { RunTask } from "../run-task.ts";

const roles = Object.entries({ r1: "Reader", r2: "Admin" }).map(([id, name]) => ({ id, name }));
const workspaceResource = { id: "w", type: "WORKSPACE" as const };
/** Permissions without the name of the role, as they are sent. */
export const reader = { roleId: "r1", resources: [workspaceResource] };
export const admin = { roleId: "r2", resources: [workspaceResource] };

/** Creates users with the role of a reader. */
export function createUsers(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    id: `u${index}`,
    name: `User ${index}`,
    email: `u${index}@example.com`,
    permissions: [{ ...reader, roleName: "Reader" }],
  }));
}

/** Creates changes of users. */
export function createChanges(count: number, permission: typeof reader) {
  return createUsers(count).map(({ id, name, email }) => ({ id, name, email, permissions: [permission] }));
}

/** Creates runs in a mock workspace with this many users. */
export function setUp(count: number) {
  const workspace = createMockWorkspace({
    users: createUsers(count),
    roles,
    workspaceId: "w",
    limits: false,
    invites: 0,
  });
  const iam = createIamClient({ token: "sgp_test", fetch: workspace.fetch });
  const events: RunEvent[] = [];
  const append = async (_id: string, event: RunEvent) => void events.push(structuredClone(event));
  const create = (task: RunTask, history?: RunHistory) =>
    new Run("run", task, { iam, queryClient: new QueryClient(), log: { append } }, () => {}, history);
  const requests = () => workspace.requests.map(({ operation }) => operation);
  return { workspace, iam, events, create, requests };
}
