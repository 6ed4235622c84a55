import { expect, it, vi } from "vitest";
import { createIamClient } from "../create-iam-client.ts";
import { createInvites, listUsers } from "../generated/operations.ts";
import { json, serve } from "../testing/serve.ts";

it("asks a provider again after one 401, and sends the same body", async () => {
  const server = await serve((response, { headers }) =>
    headers.authorization === "Bearer second" ? json(response, 201, { data: { emails: [] } }) : json(response, 401, {}),
  );
  const token = vi.fn<() => Promise<string>>().mockResolvedValueOnce("first").mockResolvedValueOnce("second");
  const iam = createIamClient({ token, baseUrl: server.url });

  await createInvites(iam, { invites: [{ email: "a@example.com" }] });

  expect(server.arrivals.map(({ headers }) => headers.authorization)).toEqual(["Bearer first", "Bearer second"]);
  expect(server.arrivals.map(({ body }) => body)).toEqual(Array(2).fill('{"invites":[{"email":"a@example.com"}]}'));
});

it("gives up after the second 401", async () => {
  const server = await serve((response) => json(response, 401, {}));
  const token = vi.fn(() => "expired");
  await expect(listUsers(createIamClient({ token, baseUrl: server.url }))).rejects.toMatchObject({
    status: 401,
    attempts: 2,
  });
  expect(token).toHaveBeenCalledTimes(2);
});

it("takes one 401 for an answer when the token cannot change", async () => {
  const server = await serve((response) => json(response, 401, {}));
  const iam = createIamClient({ token: "fixed", baseUrl: server.url });
  await expect(listUsers(iam)).rejects.toMatchObject({ status: 401, attempts: 1 });
  expect(server.arrivals).toHaveLength(1);
});

it("sends nothing when the provider has no token", async () => {
  const server = await serve((response) => json(response, 200, {}));
  const iam = createIamClient({ token: () => "", baseUrl: server.url });
  await expect(listUsers(iam)).rejects.toMatchObject({ name: "ConfigError" });
  expect(server.arrivals).toHaveLength(0);
});
