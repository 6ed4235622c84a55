import { createIamClient, createInvites, listUsers } from "@segment-iam/client";
import { expect, it } from "vitest";
import { createMockHandlers, createMockWorkspace } from "./index.ts";

it("works as the fetch function of a client in a browser", async () => {
  const workspace = createMockWorkspace({ users: 3 });
  const iam = createIamClient({ token: "any", fetch: workspace.fetch });
  expect((await listUsers(iam)).users).toEqual(workspace.users);
  const { errors } = await createInvites(iam, { invites: [{ email: "" }] }).catch((error) => error);
  expect(errors).toMatchObject([{ field: "invites.0.email" }]);
});

it("matches a relative base URL in a browser", async () => {
  const workspace = createMockWorkspace({ users: 3 });
  const [handler] = createMockHandlers(workspace, { baseUrl: "/api/iam" });
  const request = new Request("/api/iam/users/unknown", { headers: { authorization: "Bearer any" } });
  const result = await handler?.run({ request, requestId: "1" });
  expect(result?.response?.status).toBe(404);
  expect(workspace.requests[0]?.operation).toBe("getUser");
});
