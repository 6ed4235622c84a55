import { createIamClient, listUsers } from "@segment-iam/client";
import { createMockHandlers, createMockWorkspace } from "@segment-iam/msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { listEmails } from "../src/list-emails.ts";

const workspace = createMockWorkspace({ users: 250 });
const server = setupServer(...createMockHandlers(workspace));

beforeAll(() => server.listen({ onUnhandledFrame: "error" }));
afterEach(() => workspace.reset());
afterAll(() => server.close());

it("lists the users of all pages", async () => {
  expect(await listEmails(createIamClient({ token: "any" }))).toHaveLength(250);
  expect(workspace.requests).toHaveLength(2);
});

it("rejects if the token is not allowed to list users", async () => {
  workspace.fail(listUsers, { status: 403 });
  await expect(listEmails(createIamClient({ token: "any" }))).rejects.toMatchObject({ cause: { status: 403 } });
});
