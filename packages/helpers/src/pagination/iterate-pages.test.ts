import { flushPromises } from "@segment-iam/test-utils/virtual-clock";
import { describe, expect, it, vi } from "vitest";
import { CursorLoopError, iteratePages, type FetchedPage } from "./iterate-pages.ts";

type Fetch = (cursor: string | undefined, signal: AbortSignal) => Promise<FetchedPage<unknown>>;

const pagesOf = (fetch: Fetch, start?: string, signal?: AbortSignal) =>
  iteratePages("listThings", fetch, start, signal);

/** Creates a fetch function whose requests the test settles. */
function createManualFetch() {
  const requests: {
    cursor: string | undefined;
    signal: AbortSignal;
    respond: (next?: string) => void;
    fail: (error: Error) => void;
  }[] = [];
  const fetch = (cursor: string | undefined, signal: AbortSignal) =>
    new Promise<FetchedPage<string>>((resolve, reject) => {
      const respond = (next?: string): void => resolve({ items: [`page ${cursor ?? "one"}`], next });
      signal.addEventListener("abort", () => reject(signal.reason), { once: true });
      requests.push({ cursor, signal, respond, fail: reject });
    });
  return { requests, fetch };
}

/** Creates a fetch function over a graph of cursors. `next` returns the successor of a cursor. */
function createGraphFetch(next: (cursor: string | undefined) => string | undefined) {
  return vi.fn(async (cursor: string | undefined) => ({ items: [cursor], next: next(cursor) }));
}

/** Starts an iteration whose first page has arrived, so that the page ahead is pending. */
async function startWithFirstPage() {
  const { requests, fetch } = createManualFetch();
  const pages = pagesOf(fetch);
  const first = pages.next();
  await flushPromises();
  requests[0]?.respond("b");
  return { requests, pages, first: await first };
}

describe("iteratePages", () => {
  it("sends no request before the iteration starts", async () => {
    const { requests, fetch } = createManualFetch();
    void pagesOf(fetch);
    await flushPromises();
    expect(requests).toHaveLength(0);
  });

  it("fetches one page ahead", async () => {
    const { requests, first } = await startWithFirstPage();
    expect(first).toEqual({ done: false, value: "page one" });
    await flushPromises();
    expect(requests.map(({ cursor }) => cursor)).toEqual([undefined, "b"]);
    requests[1]?.respond("c");
    await flushPromises();
    expect(requests).toHaveLength(2);
  });

  it("throws the failure of a prefetched page only when that page is awaited, and then ends", async () => {
    const { requests, pages } = await startWithFirstPage();
    requests[1]?.fail(new Error("broken"));
    // An unhandled rejection would fail the test run.
    await flushPromises();
    await expect(pages.next()).rejects.toMatchObject({ name: "PageError", cursor: "b", cause: { message: "broken" } });
    expect(await pages.next()).toEqual({ done: true, value: undefined });
  });

  it("resolves concurrent calls of next() in order", async () => {
    const pages = pagesOf(
      createGraphFetch((cursor) => ({ a: "b", b: "c" })[cursor ?? "a"]),
      "a",
    );
    const results = await Promise.all([pages.next(), pages.next(), pages.next(), pages.next()]);
    expect(results.map(({ value }) => value)).toEqual(["a", "b", "c", undefined]);
  });
});

describe("iteratePages when it stops", () => {
  it("aborts the request of the page ahead when the loop breaks", async () => {
    const { requests, fetch } = createManualFetch();
    setImmediate(() => requests[0]?.respond("b"));
    for await (const page of pagesOf(fetch)) {
      expect(page).toBe("page one");
      break;
    }
    expect(requests[1]?.signal.aborted).toBe(true);
  });

  it("aborts the request of the page ahead when the caller throws into the iterator", async () => {
    const { requests, pages } = await startWithFirstPage();
    await expect(pages.throw?.(new Error("enough"))).rejects.toThrow("enough");
    expect(requests[1]?.signal.aborted).toBe(true);
  });

  it("ends a pending next() on return()", async () => {
    const { requests, fetch } = createManualFetch();
    const pages = pagesOf(fetch);
    const waiting = pages.next();
    await flushPromises();
    await pages.return?.();
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(requests[0]?.signal.aborted).toBe(true);
  });

  it("rejects with the signal's reason, and removes its listener", async () => {
    const { requests, fetch } = createManualFetch();
    const controller = new AbortController();
    const removed = vi.spyOn(controller.signal, "removeEventListener");
    const pages = pagesOf(fetch, undefined, controller.signal);
    const waiting = pages.next();
    await flushPromises();
    controller.abort("enough");
    await expect(waiting).rejects.toBe("enough");
    expect(removed).toHaveBeenCalledTimes(1);
    expect(requests).toHaveLength(1);
  });
});

describe("iteratePages with repeated cursors", () => {
  it.each([
    ["itself", { a: "a" }, ["a"]],
    ["the previous page", { a: "b", b: "a" }, ["a", "b"]],
    ["an earlier page", { a: "b", b: "c", c: "d", d: "b" }, ["a", "b", "c", "d"]],
  ])("throws CursorLoopError when a cursor points to %s", async (_, edges, expected) => {
    const next = new Map<string | undefined, string>(Object.entries(edges));
    const pages: unknown[] = [];
    const iterate = async () => {
      for await (const page of pagesOf(
        createGraphFetch((cursor) => next.get(cursor)),
        "a",
      ))
        pages.push(page);
    };
    await expect(iterate()).rejects.toBeInstanceOf(CursorLoopError);
    expect(pages).toEqual(expected);
  });
});
