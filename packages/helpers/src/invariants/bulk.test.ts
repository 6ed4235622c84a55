import { deleteInvites } from "@segment-iam/client";
import fc from "fast-check";
import { afterEach, expect, it, vi } from "vitest";
import { bulk } from "../bulk/bulk.ts";
import { faults } from "../test-utils/faults.ts";
import { failure, fakeClient, success } from "../test-utils/fake-client.ts";
import { simulate } from "../test-utils/simulate.ts";

afterEach(() => void vi.unstubAllGlobals());

const emailsOf = (url: string): string[] => [...new URL(url).searchParams.values()];
const lengthOf = (url: string): number => url.length - new URL(url).origin.length;

it("splits the list in order into the longest chunks within both limits", async () => {
  const item = fc.oneof(fc.string({ maxLength: 30 }), fc.string({ unit: "binary", maxLength: 30 }));
  const maxBatchSize = fc.integer({ min: 1, max: 30 });
  const maxUrlBytes = fc.integer({ min: 60, max: 900 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(item, { maxLength: 60 }),
      maxBatchSize,
      maxUrlBytes,
      async (list, maxBatchSize, maxUrlBytes) => {
        const urls: string[] = [];
        const iam = fakeClient(({ url }) => {
          urls.push(url);
          return success();
        });
        const { succeeded, rejected } = await bulk(deleteInvites, iam, list, { maxBatchSize, maxUrlBytes }).result;
        const chunks = urls.map(emailsOf);
        expect(chunks.flat()).toEqual(succeeded);
        expect(list.filter((each) => !rejected.some(({ item }) => item === each))).toEqual(succeeded);
        for (const [index, url] of urls.entries()) {
          const count = chunks[index]?.length ?? 0;
          expect(count).toBeLessThanOrEqual(maxBatchSize);
          expect(lengthOf(url)).toBeLessThanOrEqual(maxUrlBytes);
          const [next] = chunks[index + 1] ?? [];
          if (next === undefined || count === maxBatchSize) continue;
          expect(lengthOf(url) + `&emails.${count}=${encodeURIComponent(next)}`.length).toBeGreaterThan(maxUrlBytes);
        }
      },
    ),
    { numRuns: 60 },
  );
});

it("reports each item once and in the right list, for any failures and an abort at any time", async () => {
  const abortAfterMs = fc.option(fc.nat(60_000), { freq: 2 });
  const setting = fc.record({
    count: fc.nat(12),
    maxBatchSize: fc.integer({ min: 1, max: 5 }),
    hasIsDone: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(setting, faults(), abortAfterMs, fc.integer(), async (setting, faults, abortAfterMs, seed) => {
      const { iam, clock, api } = simulate({ seed, faults, limit: 10, windowMs: 10_000 });
      const list = Array.from({ length: setting.count }, (_, index) => `${index}@example.com`);
      const invited = new Set(list);
      api.respondWith((url) => {
        const emails = emailsOf(url);
        if (!emails.every((email) => invited.has(email))) return failure(404);
        for (const email of emails) invited.delete(email);
        return success();
      });
      const isDone = setting.hasIsDone ? (email: string) => !invited.has(email) : undefined;
      const run = bulk(deleteInvites, iam, list, { clock, maxBatchSize: setting.maxBatchSize, isDone });
      const timer = abortAfterMs === null ? undefined : clock.setTimeout(() => run.abort("enough"), abortAfterMs);
      const { succeeded, rejected, unknown, notAttempted } = await clock.run(run.result);
      clock.clearTimeout(timer);
      const [rejectedItems, unknownItems] = [rejected, unknown].map((failures) => failures.map(({ item }) => item));
      expect([...succeeded, ...(rejectedItems ?? []), ...(unknownItems ?? []), ...notAttempted].toSorted()).toEqual(
        list.toSorted(),
      );
      expect(succeeded.filter((email) => invited.has(email))).toEqual([]);
      expect([...(rejectedItems ?? []), ...notAttempted].filter((email) => !invited.has(email))).toEqual([]);
      expect(clock.pending).toBe(0);
    }),
    { numRuns: 150 },
  );
});
