import type { UserV1 } from "@segment-iam/types";
import { expect, it } from "vitest";
import { createMockWorkspace } from "../create-mock-workspace.ts";
import { takeProblems } from "./checked-workspace.ts";
import { send } from "./set-up.ts";

it("finds a response that does not match the spec", async () => {
  const workspace = createMockWorkspace({ users: [{ id: "u", name: "Ada" } as UserV1] });
  await send(workspace, "GET", "/users");
  expect(await takeProblems()).toEqual(['GET /users 200: data.users.0.email: "email" is required']);
});

it("finds a success status that the spec does not declare", async () => {
  const workspace = createMockWorkspace();
  workspace.fail("listUsers", { status: 201 });
  await send(workspace, "GET", "/users");
  expect(await takeProblems()).toEqual(["GET /users 201: the spec declares 200"]);
});

it("ignores the body of a fault", async () => {
  const workspace = createMockWorkspace();
  for (const body of ["<h1>Bad gateway</h1>", { data: 1 }, ""]) {
    workspace.fail("listUsers", { status: 502, body });
    await send(workspace, "GET", "/users").catch(() => undefined);
  }
  expect(await takeProblems()).toEqual([]);
});
