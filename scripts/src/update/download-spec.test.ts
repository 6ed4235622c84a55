import { serve, type RequestHandler } from "@segment-iam/test-utils/serve";
import { expect, it } from "vitest";

import { DownloadError, downloadSpec } from "./download-spec.ts";

it("downloads a document of the maximum size", async () => {
  await using server = await serve((_, response) => response.end("x".repeat(1_000)));
  await expect(downloadSpec(server.url, { maxBytes: 1_000 })).resolves.toHaveLength(1_000);
});

it.each<[string, RequestHandler, string]>([
  ["404", (_, response) => response.writeHead(404).end(), "URL responded with 404. Check the URL in SPEC_SOURCE."],
  [
    "HTML",
    (_, response) => response.end("\n<!doctype html>"),
    "URL returned HTML or XML instead of an OpenAPI document. Check the URL in SPEC_SOURCE.",
  ],
  ["an empty response", (_, response) => response.end(), "URL returned no document. Check the URL in SPEC_SOURCE."],
  ["a closed connection", ({ socket }) => socket.destroy(), "Cannot download URL: UND_ERR_SOCKET."],
  [
    "a truncated response",
    (_, response) => {
      response.writeHead(200, { "content-length": 99 }).write("openapi: 3.1.0");
      setImmediate(() => response.destroy());
    },
    "Cannot download URL: UND_ERR_SOCKET.",
  ],
  [
    "an endless redirect",
    (_, response) => response.writeHead(302, { location: "/api" }).end(),
    "Cannot download URL: redirect count exceeded.",
  ],
  ["a stalled response", (_, response) => response.write("openapi"), "Cannot download URL: timed out after 500 ms."],
  ["a large response", (_, response) => response.write("x".repeat(2_000)), "URL is larger than 1000 bytes."],
])("throws on %s", async (_, handler, message) => {
  await using server = await serve(handler);
  const download = downloadSpec(`${server.url}/api?token=secret`, { timeoutMs: 500, maxBytes: 1_000 });
  await expect(download).rejects.toThrow(new DownloadError(message.replace("URL", `${server.url}/api`)));
});

it.each([
  ["has another protocol", "ftp://example.com/api", "SPEC_SOURCE is not a valid http: or https: URL."],
  ["is not a URL", "https://", "SPEC_SOURCE is not a valid http: or https: URL."],
  ["has a password", "https://me:secret@localhost/", "The URL in SPEC_SOURCE must not contain a user or password."],
  ["is a missing file", "missing.yaml", "Cannot read missing.yaml (ENOENT). Check the path in SPEC_SOURCE."],
  ["has a blocked port", "http://127.0.0.1:9/api?token=secret", "Cannot download http://127.0.0.1:9/api: bad port."],
])("throws if the source %s", async (_, source, message) => {
  await expect(downloadSpec(source)).rejects.toThrow(new DownloadError(message));
});
