import { listInvites } from "@segment-iam/client";
import fc from "fast-check";
import { afterEach, expect, it, vi } from "vitest";
import { CursorLoopError, PageError } from "../pagination/iterate-pages.ts";
import { paginate } from "../pagination/paginate.ts";
import { collect } from "../test-utils/collect.ts";
import { faults } from "../test-utils/faults.ts";
import { fakeClient, success } from "../test-utils/fake-client.ts";
import { simulate } from "../test-utils/simulate.ts";

afterEach(() => void vi.unstubAllGlobals());

/** Pages of any length, including empty ones. */
const pages = fc.array(fc.array(fc.string(), { maxLength: 4 }), { minLength: 1, maxLength: 12 });

/** Returns the response with one of `pages` and the cursor of the next. Any string can be a cursor, such as `?1`. */
function pageAt(pages: readonly string[][], url: string): Response {
  const at = Number((new URL(url).searchParams.get("pagination.cursor") ?? "?0").slice(1));
  const next = at + 1 < pages.length ? `?${at + 1}` : null;
  return success({ invites: pages[at], pagination: { current: `?${at}`, next } });
}

it("returns the server's list when resumed after each failure, for any failures", async () => {
  await fc.assert(
    fc.asyncProperty(pages, faults(), fc.integer(), async (pages, faults, seed) => {
      const { iam, clock, api } = simulate({
        seed,
        faults,
        limit: 20,
        windowMs: 10_000,
        retry: { deadlineMs: Infinity },
      });
      api.respondWith((url) => pageAt(pages, url));
      const items: string[] = [];
      const failures: PageError[] = [];
      let cursor: string | undefined;
      const iterate = async (): Promise<void> => {
        for await (const item of paginate(listInvites, iam, {}, { cursor })) items.push(item);
      };
      for (let isDone = false; !isDone && failures.length < 40;) {
        isDone = await clock.run(
          iterate().then(
            () => true,
            (error: PageError) => {
              expect(error).toBeInstanceOf(PageError);
              failures.push(error);
              ({ cursor } = error);
              return false;
            },
          ),
        );
      }
      const expected = pages.flat();
      // With a permanent failure, the items are a prefix of the list.
      expect(items).toEqual(failures.length < 40 ? expected : expected.slice(0, items.length));
      expect(clock.pending).toBe(0);
    }),
    { numRuns: 60 },
  );
});

it("ends for any graph of cursors, and requests no page twice", async () => {
  const node = fc.nat({ max: 9 }).map((index) => `?${index}`);
  const graph = fc.dictionary(node, fc.option(node, { freq: 8 }));
  await fc.assert(
    fc.asyncProperty(graph, fc.option(node, { nil: undefined }), async (edges, start) => {
      const requested: (string | null)[] = [];
      const iam = fakeClient(({ url }) => {
        const cursor = new URL(url).searchParams.get("pagination.cursor");
        requested.push(cursor);
        return success({ invites: [cursor], pagination: { current: "", next: edges[cursor ?? "?0"] ?? null } });
      });
      const collected = collect(paginate(listInvites, iam, {}, { cursor: start }));
      const outcome = await collected.catch((error: unknown) => error);
      expect(Array.isArray(outcome) || outcome instanceof CursorLoopError).toBe(true);
      expect(new Set(requested).size).toBe(requested.length);
    }),
  );
});
