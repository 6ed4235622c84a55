import { multipartBody, rawBody, urlencodedBody, type OperationDescriptor } from "@segment-iam/client";
import { describe, expect, it } from "vitest";
import { setUpOperation } from "../test-utils/set-up.ts";

const upload: OperationDescriptor = {
  id: "upload",
  method: "POST",
  path: "/files/{folder}",
  body: true,
  contentType: "multipart/form-data",
  encode: multipartBody,
  noContent: true,
};
const search = { ...upload, contentType: "application/x-www-form-urlencoded", encode: urlencodedBody };
const note = { ...upload, body: "body", contentType: "text/plain", encode: rawBody } as const;
const image = { ...note, contentType: "image/*" } as const;

const file = new File([new Uint8Array([0, 255])], "a.bin", { type: "image/png" });
const sameOrigin = { "sec-fetch-site": "same-origin" };

/** Creates a proxy for one operation, and sends requests to it. */
function proxyFor(operation: OperationDescriptor, maxBodyBytes = 1_000) {
  const { send, ...rest } = setUpOperation(operation, undefined, { maxBodyBytes });
  return { ...rest, send: (init?: RequestInit) => send("/api/iam/files/f", init) };
}

/** Creates a form from its fields. */
function formOf(fields: readonly [string, string | Blob][]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

describe("readBody", () => {
  it("forwards the fields and files of a multipart form", async () => {
    const { sent, inputs, send } = proxyFor(upload);
    const fields: [string, string | File][] = [
      ["file", file],
      ["tags", "a"],
      ["tags", "b"],
      ["__proto__", "c"],
    ];
    const { status } = await send({ method: "POST", headers: sameOrigin, body: formOf(fields) });
    expect(status).toBe(204);
    expect(inputs).toMatchObject([{ folder: "f", tags: ["a", "b"], file: { name: "a.bin" } }]);
    const form = await sent[0]?.formData();
    expect(Array.from(form ?? [], ([name]) => name)).toEqual(fields.map(([name]) => name));
    const forwarded = form?.get("file") as File;
    expect([forwarded.name, forwarded.type, await forwarded.bytes()]).toEqual([
      file.name,
      file.type,
      await file.bytes(),
    ]);
  });

  it("forwards the fields of a form", async () => {
    const { sent, inputs, send } = proxyFor(search);
    const body = new URLSearchParams("tags=a&tags=b&owner[name]=Ada");
    await send({ method: "POST", headers: sameOrigin, body });
    expect(inputs).toEqual([{ folder: "f", tags: ["a", "b"], owner: { name: "Ada" } }]);
    expect(new URLSearchParams(await sent[0]?.text())).toEqual(body);
    expect(sent[0]?.headers.get("content-type")).toBe("application/x-www-form-urlencoded");
  });

  it.each<[string, OperationDescriptor, string, string | Blob]>([
    ["text", note, "text/plain", "a,\u00e9"],
    ["a file", image, "image/webp", new Blob([new Uint8Array([0, 255])])],
  ])("forwards %s unchanged", async (_, operation, type, body) => {
    const { sent, send } = proxyFor(operation);
    await send({ method: "POST", headers: { ...sameOrigin, "content-type": type }, body });
    expect(sent[0]?.headers.get("content-type")).toBe(type);
    expect(await sent[0]?.arrayBuffer()).toEqual(await new Blob([body]).arrayBuffer());
  });

  it.each<[number, string, OperationDescriptor, string | undefined, BodyInit]>([
    [415, "JSON instead of a form", upload, "application/json", "{}"],
    [415, "a form instead of JSON", { ...upload, contentType: "application/json" }, undefined, formOf([["a", "b"]])],
    [415, "another type of form", upload, undefined, new URLSearchParams("a=b")],
    [415, "another type of file", image, "application/pdf", "%PDF"],
    [415, "a file without a type", image, undefined, new Uint8Array([1])],
    [400, "a malformed multipart form", upload, "multipart/form-data; boundary=x", "--y"],
    [400, "a multipart form without a boundary", upload, "multipart/form-data", "--y"],
    [400, "an ambiguous form", search, undefined, new URLSearchParams("a=1&a[b]=2")],
    [400, "a form with a path parameter", search, undefined, new URLSearchParams("folder=g")],
    [400, "text that is not UTF-8", note, "text/plain", new Uint8Array([255])],
    [413, "a large form", search, undefined, new URLSearchParams({ a: "x".repeat(1_000) })],
    [413, "a large file", image, "image/png", new Uint8Array(1_001)],
  ])("responds with %i to %s", async (status, _, operation, type, body) => {
    const { sent, send } = proxyFor(operation);
    const headers = { ...sameOrigin, ...(type !== undefined && { "content-type": type }) };
    expect((await send({ method: "POST", headers, body })).status).toBe(status);
    expect(sent).toEqual([]);
  });

  it.each([
    [204, 10_000, /^$/],
    [400, 10_001, /The form has more than 10000 fields/],
  ])("responds with %i to a multipart form with %i fields", async (status, count, text) => {
    const { send } = proxyFor(upload, 2 ** 20);
    const part = '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nb\r\n';
    const headers = { ...sameOrigin, "content-type": "multipart/form-data; boundary=x" };
    const response = await send({ method: "POST", headers, body: `${part.repeat(count)}--x--\r\n` });
    expect([response.status, await response.text()]).toEqual([status, expect.stringMatching(text)]);
  });
});

describe("checkSimpleRequest without Sec-Fetch-Site", () => {
  const bodies: [OperationDescriptor, BodyInit][] = [
    [upload, formOf([["a", "b"]])],
    [search, new URLSearchParams("a=b")],
    [note, "text"],
    [{ ...note, contentType: "text/*" }, "text"],
    [{ ...note, contentType: "*/*" }, "text"],
  ];

  it.each([{}, { origin: "https://evil.example" }, { origin: "https://app.example:8080" }, { origin: "null" }])(
    "rejects a form or text with the headers %j",
    async (headers) => {
      for (const [operation, body] of bodies) {
        const { sent, send } = proxyFor(operation);
        expect((await send({ method: "POST", headers: headers as Record<string, string>, body })).status).toBe(403);
        expect(sent).toEqual([]);
      }
    },
  );

  it.each([{ origin: "https://app.example" }, { "x-requested-with": "script" }])(
    "allows a form or text with the headers %j",
    async (headers) => {
      for (const [operation, body] of bodies) {
        const { send } = proxyFor(operation);
        expect((await send({ method: "POST", headers: headers as Record<string, string>, body })).status).toBe(204);
      }
    },
  );
});
