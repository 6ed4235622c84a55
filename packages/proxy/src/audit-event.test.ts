import type { OperationDescriptor } from "@segment-iam/client";
import { expect, it, vi } from "vitest";
import type { AuditEvent } from "./audit-event.ts";
import { setUp, TOKEN, type SetUpOptions } from "./test-utils/set-up.ts";

/** Sends a request, and returns its only event. */
async function audit(path: string, init?: RequestInit, options?: SetUpOptions): Promise<AuditEvent> {
  const onAudit = vi.fn<(event: AuditEvent) => void>();
  const { send } = setUp({ onAudit, ...options });
  const response = await send(`/api/iam${path}`, init);
  expect(onAudit).toHaveBeenCalledOnce();
  const [event] = onAudit.mock.calls[0] as [AuditEvent];
  expect(event.status).toBe(response.status);
  expect(JSON.parse(JSON.stringify(event))).toEqual(event);
  return event;
}

const body = JSON.stringify({ invites: [{ email: "a@example.com" }, { email: "b@example.com" }] });
const headers = { "content-type": "application/json" };

it.each<[string, string, RequestInit | undefined, Partial<AuditEvent>]>([
  ["a read", "/users?pagination.count=1", undefined, { operation: "listUsers", ids: {}, status: 200 }],
  ["a path parameter", "/users/u1", undefined, { operation: "getUser", ids: { userId: ["u1"] }, status: 404 }],
  [
    "a list in the query",
    "/users?userIds.0=u1&userIds.1=u2",
    { method: "DELETE" },
    { operation: "deleteUsers", ids: { userIds: ["u1", "u2"] } },
  ],
  [
    "a list of objects in the body",
    "/invites",
    { method: "POST", body, headers },
    { operation: "createInvites", ids: { invites: ["a@example.com", "b@example.com"] }, status: 201 },
  ],
  ["an unknown path", "/planets", undefined, { method: "GET", ids: {}, status: 404 }],
  ["invalid input", "/users?x=1", undefined, { operation: "listUsers", ids: {}, status: 400 }],
])("records %s", async (_, path, init, expected) => {
  const event = await audit(path, init, { authorize: () => ({ actor: "ada" }) });
  expect(event).toMatchObject({ method: init?.method ?? "GET", omittedIds: 0, ...expected });
  expect(event.actor).toBe((event.status === 404 && !event.operation) || event.status === 400 ? undefined : "ada");
  expect(new Date(event.time).toISOString()).toBe(event.time);
  expect(event.durationMs).toBeGreaterThanOrEqual(0);
});

it("finds the ids of any operation in its descriptor", async () => {
  const move: OperationDescriptor = {
    id: "movePlanets",
    method: "POST",
    path: "/systems/{systemId}/planets",
    body: true,
    changedItems: { listPlanets: { itemsField: "planets", idField: "id", input: "planetIds" } },
    invalidates: { getStar: { starId: "star" } },
  };
  const sent = JSON.stringify({ planetIds: ["p1", "p2"], star: "s1", note: "private" });
  const options = { allow: [move], fetch: async () => Response.json({ data: {} }) };
  const { ids } = await audit("/systems/sol/planets", { method: "POST", body: sent, headers }, options);
  expect(ids).toEqual({ systemId: ["sol"], planetIds: ["p1", "p2"], star: ["s1"] });
});

it.each([
  [403, () => false],
  [302, () => new Response(null, { status: 302, headers: { location: "/login" } })],
])("records the status %i of a call that is not allowed", async (status, authorize) => {
  expect(await audit("/users", {}, { authorize })).toMatchObject({ operation: "listUsers", status });
});

it("records 499 for a call that the caller aborts", async () => {
  const controller = new AbortController();
  const authorize = () => {
    controller.abort();
    return true;
  };
  expect(await audit("/users", { signal: controller.signal }, { authorize })).toMatchObject({ status: 499 });
});

it("limits the size of an event, and reports the number of missing ids", async () => {
  const invites = Array.from({ length: 3_000 }, (_, index) => ({ email: `${index}${"x".repeat(300)}` }));
  const init = { method: "POST", body: JSON.stringify({ invites }), headers };
  const options = { authorize: () => ({ actor: "a".repeat(10_000) }), fetch: async () => Response.json({ data: {} }) };
  const event = await audit("/invites", init, options);
  expect([event.ids["invites"]?.length, event.omittedIds]).toEqual([1_000, 2_000]);
  expect(JSON.stringify(event).length).toBeLessThan(300_000);
});

it("contains no token, no query and no header", async () => {
  const event = await audit(`/users/${TOKEN}?x=private`, { headers: { cookie: "session=private" } });
  expect(JSON.stringify(event)).not.toContain("private");
  expect(JSON.stringify(await audit(`/users/${TOKEN}`))).not.toContain(TOKEN);
});

it.each([
  ["accepts a safe id", "req-1:a/b", "req-1:a/b"],
  ["replaces an id with other characters", 'a" b', expect.stringMatching(/^[\da-f-]{36}$/)],
  ["replaces a long id", "a".repeat(129), expect.stringMatching(/^[\da-f-]{36}$/)],
  ["creates a missing id", "", expect.stringMatching(/^[\da-f-]{36}$/)],
])("%s in x-request-id, and uses it upstream, in the response and in the event", async (_, id, expected) => {
  const onAudit = vi.fn<(event: AuditEvent) => void>();
  const onError = vi.fn<(error: unknown, request: Request, requestId: string) => void>();
  const { send, workspace } = setUp({ onAudit, onError, token: "sgp_rejected" });
  const response = await send("/api/iam/users", { headers: id ? { "x-request-id": id } : {} });
  const requestId = response.headers.get("x-request-id");
  expect(requestId).toEqual(expected);
  expect(workspace.requests[0]?.headers["x-request-id"]).toBe(requestId);
  expect(onAudit.mock.calls[0]?.[0].requestId).toBe(requestId);
  expect(onError.mock.calls[0]?.[2]).toBe(requestId);
});
