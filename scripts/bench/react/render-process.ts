import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

/** The number of renders of the list for each step. */
export interface RenderCounts {
  readonly mount: number;
  readonly page: number;
  readonly delete: number;
}

/** Loads a bundle of `count-renders.tsx` into jsdom, in its own process. The globals must exist before React is loaded. */
const [bundle = ""] = process.argv.slice(2);
const { JSDOM } = createRequire(bundle)("jsdom");
const { window } = new JSDOM("<!doctype html>");
Object.assign(globalThis, { window, document: window.document, fetch: createFakeFetch() });
const { countRenders } = await import(pathToFileURL(bundle).href);
// Timers of the query cache would keep the process alive for minutes.
process.send?.(await countRenders(), undefined, undefined, () => process.exit());

/** Creates a `fetch` that serves two users, one per page, after 5 ms. It reads only the documented query parameters. */
function createFakeFetch(): typeof fetch {
  let users = ["a", "b"].map((id) => ({ id, email: `${id}@example.com` }));
  return async (input, init) => {
    // Libraries pass a path or an absolute URL.
    const request = new Request(input instanceof Request ? input : new URL(input, "https://app.example"), init);
    const { searchParams } = new URL(request.url);
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (request.method === "DELETE") {
      users = users.filter(({ id }) => id !== searchParams.get("userIds.0"));
      return Response.json({ data: { status: "SUCCESS" } });
    }
    const start = searchParams.get("pagination.cursor") === "second" ? 1 : 0;
    const next = start + 1 < users.length ? "second" : null;
    return Response.json({ data: { users: users.slice(start, start + 1), pagination: { current: "", next } } });
  };
}
