import type { OperationDescriptor } from "@segment-iam/client";
import { expect, it } from "vitest";
import { setUpOperation, TOKEN } from "../test-utils/set-up.ts";

const download: OperationDescriptor = {
  id: "download",
  method: "GET",
  path: "/file",
  accept: "image/*",
  parseAs: "blob",
  unwrapped: true,
};
const readNote: OperationDescriptor = { ...download, accept: "text/*", parseAs: "text" };
const file = new File([new Uint8Array([0, 255])], "a.bin", { type: "image/png" });

const safe = {
  "content-disposition": "attachment",
  "content-security-policy": "default-src 'none'; sandbox",
  "x-content-type-options": "nosniff",
  "cache-control": "no-store",
  "x-request-id": expect.any(String),
};

it("returns a file unchanged, with headers that prevent scripts", async () => {
  const { send, sent } = setUpOperation(download, () => new Response(file, { headers: { "set-cookie": "a=b" } }));
  const response = await send("/api/iam/file", { headers: { accept: "application/json" } });
  expect(await response.bytes()).toEqual(await file.bytes());
  expect(Object.fromEntries(response.headers)).toEqual({ ...safe, "content-type": "image/png" });
  expect(sent[0]?.headers.get("accept")).toBe("image/*");
});

it("redacts the token in text", async () => {
  const headers = { "content-type": "text/html" };
  const { send } = setUpOperation(readNote, () => new Response(`<script>"${TOKEN}"</script>`, { headers }));
  const response = await send("/api/iam/file");
  expect(await response.text()).toBe('<script>"[redacted]"</script>');
  expect(Object.fromEntries(response.headers)).toEqual({ ...safe, ...headers });
});

it.each<[OperationDescriptor, string]>([
  [download, "application/octet-stream"],
  [{ ...readNote, accept: "text/csv" }, "text/plain;charset=utf-8"],
])("uses a generic media type if the API's media type does not match the operation", async (operation, type) => {
  const { send } = setUpOperation(
    operation,
    () => new Response("<script></script>", { headers: { "content-type": "text/html" } }),
  );
  expect((await send("/api/iam/file")).headers.get("content-type")).toBe(type);
});

it("responds with 502 to a file that contains the token", async () => {
  const { send } = setUpOperation(
    download,
    () => new Response(`\u0000${TOKEN}`, { headers: { "content-type": "image/png" } }),
  );
  expect((await send("/api/iam/file")).status).toBe(502);
});
