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

it.each([
  ["/api/iam", "/api/iam/users/unknown"],
  ["/", "/users/unknown"],
])("matches the relative base URL %s in a browser", async (baseUrl, url) => {
  const workspace = createMockWorkspace({ users: 3 });
  const [handler] = createMockHandlers(workspace, { baseUrl });
  const request = new Request(url, { headers: { authorization: "Bearer any" } });
  const result = await handler?.run({ request, requestId: "1" });
  expect(result?.response?.status).toBe(404);
  expect(workspace.requests[0]?.operation).toBe("getUser");
});
