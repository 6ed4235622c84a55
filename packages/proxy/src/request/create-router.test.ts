import { getUser, listUserGroupsFromUser } from "@segment-iam/client";
import fc from "fast-check";
import { expect, it } from "vitest";
import { setUp } from "../test-utils/set-up.ts";

/** Malicious path segments, and arbitrary text. */
const segment = fc.oneof(
  fc.string(),
  fc.string({ unit: "binary" }),
  fc
    .array(fc.constantFrom(".", "..", "/", "\\", "%2e", "%2f", "%5c", "%25", "%00", ";", "?", "#", "@", ":", "a"))
    .map((parts) => parts.join("")),
);

it("calls only allowed operations, with one path segment per parameter, for any path", async () => {
  await fc.assert(
    fc.asyncProperty(segment, segment, async (before, after) => {
      const { send, workspace } = setUp({ allow: [getUser, listUserGroupsFromUser] });
      const { status } = await send(`/api/iam/users/${before}${after && `/${after}`}`);
      for (const { url, operation } of workspace.requests) {
        const segments = new URL(url).pathname.split("/");
        const template = operation === "getUser" ? ["", "users", "*"] : ["", "users", "*", "groups"];
        expect(segments.map((text, index) => (template[index] === "*" ? "*" : text))).toEqual(template);
        expect(decodeURIComponent(segments[2] ?? "")).not.toMatch(/[/\\%]|^\.{0,2}$/);
      }
      expect(workspace.requests.length).toBeLessThanOrEqual(1);
      expect(workspace.requests.length === 1 ? [200, 404, 422] : [400, 404]).toContain(status);
    }),
    { numRuns: 300 },
  );
});

it("prefers a literal path to a path with a parameter", async () => {
  const me = { id: "me", method: "GET", path: "/users/me" };
  const { send, workspace } = setUp({ allow: [getUser, me], authorize: (_, { id }) => Response.json(id) });
  expect(await (await send("/api/iam/users/me")).json()).toBe("me");
  expect(await (await send("/api/iam/users/you")).json()).toBe("getUser");
  expect(workspace.requests).toEqual([]);
});
