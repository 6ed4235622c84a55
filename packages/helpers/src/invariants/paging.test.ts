import { listInvites } from "@segment-iam/client";
import fc from "fast-check";
import { afterEach, expect, it, vi } from "vitest";
import { CursorLoopError } from "../pagination/iterate-pages.ts";
import { PageError } from "../pagination/iterate-pages.ts";
import { paginate } from "../pagination/paginate.ts";
import { collect } from "../test-utils/collect.ts";
import { faults } from "../test-utils/faults.ts";
import { fakeClient, success } from "../test-utils/fake-client.ts";
import { simulate } from "../test-utils/simulate.ts";

// To shrink a failure takes longer than to find it.
vi.setConfig({ testTimeout: 120_000 });
afterEach(() => void vi.unstubAllGlobals());

/** A list in pages of any length, empty ones too. */
const pages = fc.array(fc.array(fc.string(), { maxLength: 4 }), { minLength: 1, maxLength: 12 });

/** What a server has that sends these pages, each with the cursor of the next. Any string may be a cursor. */
function pageAt(pages: readonly string[][], url: string): Response {
  const at = Number((new URL(url).searchParams.get("pagination.cursor") ?? "?0").slice(1));
  const next = at + 1 < pages.length ? `?${at + 1}` : null;
  return success({ invites: pages[at], pagination: { current: `?${at}`, next } });
}

it("8: the pages together are the server's list, and a resumed run is its suffix, whatever fails", async () => {
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
      const walk = async (): Promise<void> => {
        for await (const item of paginate(listInvites, iam, {}, { cursor })) items.push(item);
      };
      for (let isDone = false; !isDone && failures.length < 40;) {
        isDone = await clock.run(
          walk().then(
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
      // What always fails hands out nothing that is not there, and nothing twice.
      expect(items).toEqual(failures.length < 40 ? expected : expected.slice(0, items.length));
      expect(clock.pending).toBe(0);
    }),
    { numRuns: 60 },
  );
});

it("9: the iteration ends for any graph of cursors, and requests no page twice", async () => {
  const node = fc.nat({ max: 9 }).map((index) => `?${index}`);
  const graph = fc.dictionary(node, fc.option(node, { freq: 8 }));
  await fc.assert(
    fc.asyncProperty(graph, fc.option(node, { nil: undefined }), async (edges, start) => {
      const asked: (string | null)[] = [];
      const iam = fakeClient(({ url }) => {
        const cursor = new URL(url).searchParams.get("pagination.cursor");
        asked.push(cursor);
        return success({ invites: [cursor], pagination: { current: "", next: edges[cursor ?? "?0"] ?? null } });
      });
      const iteratePages = collect(paginate(listInvites, iam, {}, { cursor: start }));
      const outcome = await iteratePages.catch((error: unknown) => error);
      expect(Array.isArray(outcome) || outcome instanceof CursorLoopError).toBe(true);
      expect(new Set(asked).size).toBe(asked.length);
    }),
  );
});
