import { flushPromises } from "@segment-iam/test-utils/virtual-clock";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { collect } from "../test-utils/collect.ts";
import { CursorLoopError } from "./iterate-pages.ts";
import { iteratePages, type FetchedPage } from "./iterate-pages.ts";

type Fetch = (cursor: string | undefined, signal: AbortSignal) => Promise<FetchedPage<unknown>>;

const pagesOf = (fetch: Fetch, start?: string, signal?: AbortSignal) =>
  iteratePages("listThings", fetch, start, signal);

/** A source whose pages are resolved by hand. */
function byHand() {
  const asked: {
    cursor: string | undefined;
    signal: AbortSignal;
    answer: (next?: string) => void;
    fail: (error: Error) => void;
  }[] = [];
  const fetch = (cursor: string | undefined, signal: AbortSignal) =>
    new Promise<FetchedPage<string>>((resolve, reject) => {
      const answer = (next?: string): void => resolve({ items: [`page ${cursor ?? "one"}`], next });
      signal.addEventListener("abort", () => reject(signal.reason), { once: true });
      asked.push({ cursor, signal, answer, fail: reject });
    });
  return { asked, fetch };
}

/** A source over a graph of cursors: each points to the next. */
function graph(next: (cursor: string | undefined) => string | undefined) {
  return vi.fn(async (cursor: string | undefined) => ({ items: [cursor], next: next(cursor) }));
}

describe("fetching ahead", () => {
  it("fetches nothing before the iteration starts", async () => {
    const { asked, fetch } = byHand();
    void pagesOf(fetch);
    await flushPromises();
    expect(asked).toHaveLength(0);
  });

  it("fetches one page ahead, and no more", async () => {
    const { asked, fetch } = byHand();
    const pages = pagesOf(fetch);
    const first = pages.next();
    await flushPromises();
    asked[0]?.answer("b");
    expect(await first).toEqual({ done: false, value: "page one" });
    await flushPromises();
    expect(asked.map(({ cursor }) => cursor)).toEqual([undefined, "b"]);
    asked[1]?.answer("c");
    await flushPromises();
    expect(asked).toHaveLength(2);
  });

  it("throws the failure of a page that was fetched ahead when it is needed, and then ends", async () => {
    const { asked, fetch } = byHand();
    const pages = pagesOf(fetch);
    const first = pages.next();
    await flushPromises();
    asked[0]?.answer("b");
    await first;
    asked[1]?.fail(new Error("broken"));
    // An unhandled rejection would fail the run.
    await flushPromises();
    await expect(pages.next()).rejects.toMatchObject({ name: "PageError", cursor: "b", cause: { message: "broken" } });
    expect(await pages.next()).toEqual({ done: true, value: undefined });
  });

  it("resolves concurrent calls of next() in order", async () => {
    const pages = pagesOf(
      graph((cursor) => ({ a: "b", b: "c" })[cursor ?? "a"]),
      "a",
    );
    const answers = await Promise.all([pages.next(), pages.next(), pages.next(), pages.next()]);
    expect(answers.map(({ value }) => value)).toEqual(["a", "b", "c", undefined]);
  });
});

describe("stopping", () => {
  it("aborts the request of the page ahead", async () => {
    const { asked, fetch } = byHand();
    setImmediate(() => asked[0]?.answer("b"));
    for await (const page of pagesOf(fetch)) {
      expect(page).toBe("page one");
      break;
    }
    expect(asked[1]?.signal.aborted).toBe(true);
  });

  it("aborts it when the caller throws into the iterator", async () => {
    const { asked, fetch } = byHand();
    const pages = pagesOf(fetch);
    const first = pages.next();
    await flushPromises();
    asked[0]?.answer("b");
    await first;
    await expect(pages.throw?.(new Error("enough"))).rejects.toThrow("enough");
    expect(asked[1]?.signal.aborted).toBe(true);
  });

  it("ends a pending next() when the iteration is stopped", async () => {
    const { asked, fetch } = byHand();
    const pages = pagesOf(fetch);
    const waiting = pages.next();
    await flushPromises();
    await pages.return?.();
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(asked[0]?.signal.aborted).toBe(true);
  });

  it("rejects with the signal's reason, and removes its listener", async () => {
    const { asked, fetch } = byHand();
    const controller = new AbortController();
    const removed = vi.spyOn(controller.signal, "removeEventListener");
    const pages = pagesOf(fetch, undefined, controller.signal);
    const waiting = pages.next();
    await flushPromises();
    controller.abort("enough");
    await expect(waiting).rejects.toBe("enough");
    expect(removed).toHaveBeenCalledTimes(1);
    expect(asked).toHaveLength(1);
  });
});

describe("repeated cursors", () => {
  it.each([
    ["to themselves", { a: "a" }, ["a"]],
    ["to the one before", { a: "b", b: "a" }, ["a", "b"]],
    ["far back", { a: "b", b: "c", c: "d", d: "b" }, ["a", "b", "c", "d"]],
  ])("%s end the iteration", async (_, edges, walked) => {
    const next = new Map<string | undefined, string>(Object.entries(edges));
    const pages: unknown[] = [];
    const iteratePages = async () => {
      for await (const page of pagesOf(
        graph((cursor) => next.get(cursor)),
        "a",
      ))
        pages.push(page);
    };
    await expect(iteratePages()).rejects.toBeInstanceOf(CursorLoopError);
    expect(pages).toEqual(walked);
  });

  it("cannot make the iteration endless, whatever the graph", async () => {
    const node = fc.integer({ min: 0, max: 9 }).map(String);
    await fc.assert(
      fc.asyncProperty(fc.dictionary(node, fc.option(node, { nil: undefined })), node, async (edges, start) => {
        const fetch = graph((cursor) => edges[String(cursor)]);
        const outcome = await collect(pagesOf(fetch, start)).catch((reason: unknown) => reason);
        expect(Array.isArray(outcome) || outcome instanceof CursorLoopError).toBe(true);
        const asked = fetch.mock.calls.map(([cursor]) => cursor);
        expect(new Set(asked).size).toBe(asked.length);
      }),
    );
  });
});
