import { afterEach, describe, expect, it, vi } from "vitest";
import { createIamClient } from "./create-iam-client.ts";
import { listUsers } from "./generated/operations.ts";
import type { Interceptor } from "./interceptor.ts";
import { emptyPage } from "./test-utils/create-test-client.ts";

const options = { baseUrl: "/api/iam" };

/** Records the URLs of requests. */
function recordingFetch() {
  const urls: string[] = [];
  const fetch: typeof globalThis.fetch = async (url) => {
    urls.push(url instanceof Request ? url.url : `${url}`);
    return Response.json(emptyPage);
  };
  return { urls, fetch };
}

afterEach(() => vi.unstubAllGlobals());

describe("a base URL that is a path", () => {
  it("throws a ConfigError for each call outside browsers, before interceptors run", async () => {
    const { urls, fetch } = recordingFetch();
    vi.stubGlobal("fetch", fetch);
    const interceptor = vi.fn<ReturnType<Interceptor>>();
    const iam = createIamClient({ ...options, interceptors: [() => interceptor] });
    const failure = {
      name: "ConfigError",
      message:
        'The baseUrl "/api/iam" is a path, which works only in browsers. On a server, use an absolute URL, or prefetch the data with a client that has the token',
    };
    await expect(listUsers(iam)).rejects.toMatchObject(failure);
    await expect(iam.GET("/users")).rejects.toMatchObject(failure);
    expect(interceptor).not.toHaveBeenCalled();
    expect(urls).toEqual([]);
  });

  it("works in browsers", async () => {
    const { urls, fetch } = recordingFetch();
    vi.stubGlobal("fetch", fetch);
    vi.stubGlobal("location", { href: "https://app.example/users" });
    await listUsers(createIamClient(options));
    expect(urls).toEqual(["/api/iam/users"]);
  });

  it("works outside browsers with a fetch option, but not for a Request", async () => {
    const { urls, fetch } = recordingFetch();
    const iam = createIamClient({ ...options, fetch });
    await listUsers(iam);
    expect(urls).toEqual(["/api/iam/users"]);
    await expect(iam.GET("/users")).rejects.toMatchObject({ name: "ConfigError" });
    iam.use({ onRequest: () => undefined });
    await expect(listUsers(iam)).rejects.toMatchObject({ name: "ConfigError" });
  });
});
