import { describe, expect, it } from "vitest";
import { createIamClient } from "../create-iam-client.ts";
import type { Interceptor } from "../interceptor.ts";
import type { OperationDescriptor } from "../operation-descriptor.ts";
import { multipartBody, rawBody, urlencodedBody } from "./encode-body.ts";
import { parseForm } from "./parse-dotted-query.ts";

const multipart: OperationDescriptor = {
  id: "upload",
  method: "POST",
  path: "/files",
  body: true,
  contentType: "multipart/form-data",
  encode: multipartBody,
  noContent: true,
};
const urlencoded: OperationDescriptor = {
  ...multipart,
  contentType: "application/x-www-form-urlencoded",
  encode: urlencodedBody,
  numberedFields: ["expand"],
};
const raw = (contentType: string): OperationDescriptor => ({
  ...multipart,
  body: "body",
  contentType,
  encode: rawBody,
});

/** Sends each attempt twice, as a retry does. */
const twice: Interceptor = (next) => async (context) => {
  await next(context);
  return next(context);
};

/** Calls an operation, and returns the requests that it sent. */
async function requestsOf(operation: OperationDescriptor, input: object, middleware = false): Promise<Request[]> {
  const sent: Request[] = [];
  const fetch: typeof globalThis.fetch = async (url, init) => {
    sent.push(new Request(url, init));
    return new Response(null, { status: 204 });
  };
  const iam = createIamClient({ token: "any", baseUrl: "https://api.example.com", interceptors: [twice], fetch });
  if (middleware) iam.use({ onRequest: ({ request }) => request });
  await iam.call(operation, input);
  return sent;
}

describe.each([
  ["as plain data", false],
  ["as a Request, with middleware", true],
])("a body sent %s", (_, middleware) => {
  it("is a multipart form with files, JSON parts and repeated fields, in every attempt", async () => {
    const file = new File(["\u0000\u00ff"], "a.bin", { type: "image/png" });
    const input = { file, tags: ["a", "b"], owner: { name: "Ada" }, size: 3, note: undefined };
    const requests = await requestsOf(multipart, input, middleware);
    expect(requests).toHaveLength(2);
    for (const request of requests) {
      const form = await request.formData();
      expect([...form.keys()]).toEqual(["file", "tags", "tags", "owner", "size"]);
      const sent = form.get("file") as File;
      expect([sent.name, sent.type, await sent.text()]).toEqual(["a.bin", "image/png", "\u0000\u00ff"]);
      const owner = form.get("owner") as File;
      expect([owner.type, await owner.text()]).toEqual(["application/json", '{"name":"Ada"}']);
      expect([form.getAll("tags"), form.get("size")]).toEqual([["a", "b"], "3"]);
    }
  });

  it("is a form with repeated fields, numbered fields and brackets", async () => {
    const input = { tags: ["a b", "c"], expand: ["x"], owner: { name: "Ada & Co", roles: ["r"] }, paid: true };
    const [, request] = await requestsOf(urlencoded, input, middleware);
    expect(request?.headers.get("content-type")).toBe("application/x-www-form-urlencoded");
    const text = (await request?.text()) ?? "";
    expect(decodeURIComponent(text)).toBe(
      "tags=a b&tags=c&expand[0]=x&owner[name]=Ada & Co&owner[roles][0]=r&paid=true",
    );
    expect(parseForm(new URLSearchParams(text))).toEqual({ parameters: { ...input, paid: "true" }, problems: [] });
  });

  it.each<[string, string, unknown, string]>([
    ["text", "text/csv", "a,b\u00e9", "text/csv"],
    ["text for a range of types", "text/*", "a", "text/plain"],
    ["a Blob", "application/pdf", new Blob(["%PDF"]), "application/pdf"],
    ["a Blob for a range of types", "image/*", new Blob(["x"], { type: "image/webp" }), "image/webp"],
    ["a Blob without a type for a range of types", "image/*", new Blob(["x"]), "application/octet-stream"],
    ["bytes", "application/octet-stream", new Uint8Array([0, 255]), "application/octet-stream"],
  ])("is %s, sent unchanged", async (_case, contentType, body, sentType) => {
    const requests = await requestsOf(raw(contentType), { body }, middleware);
    for (const request of requests) {
      expect(request.headers.get("content-type")).toBe(sentType);
      expect(await request.arrayBuffer()).toEqual(await new Blob([body as Blob]).arrayBuffer());
    }
    expect(requests).toHaveLength(2);
  });

  it("has no content-type if it is missing", async () => {
    const [request] = await requestsOf(raw("application/pdf"), {}, middleware);
    expect([request?.body, request?.headers.get("content-type")]).toEqual([null, null]);
  });
});

it.each([multipart, urlencoded])("sends each Date of a list as ISO text in $contentType", async (operation) => {
  const [request] = await requestsOf(operation, { days: [new Date(0), new Date(1)] });
  expect((await request?.formData())?.getAll("days")).toEqual(["1970-01-01T00:00:00.000Z", "1970-01-01T00:00:00.001Z"]);
});

it.each<[string, OperationDescriptor, object, string]>([
  [
    "an empty list in a multipart form",
    multipart,
    { tags: [] },
    "tags must be a non-empty array whose items all have a value",
  ],
  [
    "an empty item in a multipart form",
    multipart,
    { tags: ["a", null] },
    "tags must be a non-empty array whose items all have a value",
  ],
  ["an empty list in a form", urlencoded, { tags: [] }, "tags must be a non-empty array whose items all have a value"],
  ["text cut in the middle of a character", urlencoded, { tags: ["\ud800"] }, "tags has invalid characters"],
  ["a Map in a multipart form", multipart, { owner: new Map([["a", 1]]) }, "owner must be JSON data, got Map"],
  [
    "a Set in an object of a multipart form",
    multipart,
    { owner: { tags: new Set(["a"]) } },
    "owner.tags must be JSON data, got Set",
  ],
  ["a Set in a form", urlencoded, { tags: new Set(["a"]) }, "tags must be JSON data, got Set"],
  ["a stream", raw("text/csv"), { body: new ReadableStream() }, "body must be a string, a Blob, or bytes"],
])("throws for %s, and sends nothing", async (_, operation, input, message) => {
  await expect(requestsOf(operation, input)).rejects.toMatchObject({
    name: "InputError",
    message: `upload: ${message}`,
  });
});
