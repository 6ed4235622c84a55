import { createIamClient, listInvites } from "@segment-iam/client";
import fc from "fast-check";
import { expect, it } from "vitest";
import { createMockWorkspace } from "../create-mock-workspace.ts";
import { slicePage } from "./slice-page.ts";

it("covers the whole list with any page size", async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: 60 }), fc.integer({ min: 1, max: 70 }), async (length, count) => {
      const workspace = createMockWorkspace({ users: 0, groups: 0, invites: length, limits: false });
      const iam = createIamClient({ token: "any", fetch: workspace.fetch });
      const found: string[] = [];
      let cursor: string | undefined;
      do {
        const { invites, pagination } = await listInvites(iam, { pagination: { count, ...(cursor && { cursor }) } });
        expect(invites.length).toBeLessThanOrEqual(count);
        expect(pagination.totalEntries).toBe(length);
        found.push(...invites);
        cursor = pagination.next ?? undefined;
      } while (cursor !== undefined);
      expect(found).toEqual(workspace.invites.map(({ email }) => email));
    }),
    { numRuns: 50 },
  );
});

it("returns an empty page for a cursor beyond the end", () => {
  expect(slicePage(["a"], { cursor: btoa("5"), count: 2 })).toEqual({
    items: [],
    pagination: { current: btoa("5"), next: null, previous: btoa("3"), totalEntries: 1 },
  });
});
