import { deleteUsers, listUsers } from "@segment-iam/client";
import { expect, it } from "vitest";
import { ORIGIN, setUp } from "../test-utils/set-up.ts";

it("applies faults in order, each `times` times", async () => {
  const { workspace, get } = setUp();
  workspace.fail("listUsers", { status: 503, times: 2, headers: { "retry-after": "3" } });
  workspace.fail(listUsers, { status: 502, body: "<h1>Bad gateway</h1>" });
  const [first, second] = [await get("/users"), await get("/users")];
  expect([first.status, second.status]).toEqual([503, 503]);
  expect(first.response.headers.get("retry-after")).toBe("3");
  const third = await workspace.fetch(`${ORIGIN}/users`);
  expect([third.status, third.headers.get("content-type"), await third.text()]).toEqual([
    502,
    "text/html",
    "<h1>Bad gateway</h1>",
  ]);
  expect((await get("/users")).status).toBe(200);
});

it.each([
  [true, 0],
  [undefined, 1],
])("processes the failed request only with applied: true (%s)", async (applied, remainingUsers) => {
  const { workspace, iam } = setUp({ users: 1 });
  workspace.fail(deleteUsers, { status: "network-error", applied });
  const userIds = workspace.users.map(({ id }) => id);
  await expect(deleteUsers(iam, { userIds })).rejects.toMatchObject({ name: "NetworkError" });
  expect(workspace.users).toHaveLength(remainingUsers);
});

it("includes the rate-limit counts in the body of a 429", async () => {
  const { workspace, iam } = setUp();
  workspace.fail("listUsers", { status: 429 });
  await expect(listUsers(iam)).rejects.toMatchObject({ status: 429, retryAfterMs: 1_050 });
});

it("keeps failing a share of the requests with a `rate` and without `times`", async () => {
  const { workspace, get } = setUp({ limits: false });
  workspace.fail(listUsers, { status: 503, rate: 0.25 });
  const statusesOf = async () => {
    const statuses: number[] = [];
    for (let count = 0; count < 400; count += 1) statuses.push((await get("/users")).status);
    return statuses;
  };
  const first = await statusesOf();
  expect(first.filter((status) => status === 503).length / first.length).toBeCloseTo(0.25, 1);
  workspace.reset();
  workspace.fail(listUsers, { status: 503, rate: 0.25 });
  expect(await statusesOf()).toEqual(first);
});

it("limits a fault with a rate to `times` failures", async () => {
  const { workspace, get } = setUp();
  workspace.fail(listUsers, { status: 503, rate: 1, times: 2 });
  const statuses = [await get("/users"), await get("/users"), await get("/users")].map(({ status }) => status);
  expect(statuses).toEqual([503, 503, 200]);
});

it("applies the faults of an operation before those of all operations", async () => {
  const { workspace, get } = setUp();
  workspace.fail("*", { status: 500, times: 2 });
  workspace.fail(listUsers, { status: 503 });
  const statuses = [await get("/users"), await get("/users"), await get("/invites"), await get("/invites")];
  expect(statuses.map(({ status }) => status)).toEqual([503, 500, 500, 200]);
});

it.each([204, 205, 304])("responds with %i without a body", async (status) => {
  const { workspace, get } = setUp();
  // The first body is "", which exempts the empty responses from the validation against the document.
  for (const body of ["", undefined, "text", { data: {} }]) {
    workspace.fail(listUsers, { status, body, headers: { "x-a": "b" } });
    const { response } = await get("/users");
    expect([response.status, response.body, response.headers.get("x-a")]).toEqual([status, null, "b"]);
  }
});

it("replaces default headers in any letter case", async () => {
  const { workspace } = setUp();
  for (const body of ["a", { errors: [] }]) {
    workspace.fail(listUsers, { status: 503, body, headers: { "Content-Type": "text/plain", DATE: "today" } });
    const { headers } = await workspace.fetch(`${ORIGIN}/users`);
    expect([headers.get("content-type"), headers.get("date")]).toEqual(["text/plain", "today"]);
  }
});

it.each([0, 101, 199, 200.5, 600, NaN])("throws a RangeError for the status %d", (status) => {
  const { workspace } = setUp();
  const message = `status must be from 200 to 599 or "network-error", got ${status}`;
  expect(() => workspace.fail(listUsers, { status })).toThrow(message);
});

it.each([-0.1, 1.1, NaN])("throws a RangeError for the rate %d", (rate) => {
  const { workspace } = setUp();
  expect(() => workspace.fail("*", { status: 503, rate })).toThrow(`rate must be from 0 to 1, got ${rate}`);
});
