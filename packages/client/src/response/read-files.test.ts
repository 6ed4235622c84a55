import { expect, it } from "vitest";
import { createIamClient } from "../create-iam-client.ts";
import type { OperationDescriptor } from "../operation-descriptor.ts";

const bytes = new Uint8Array([0, 255, 128, 10]);
const download: OperationDescriptor = {
  id: "download",
  method: "GET",
  path: "/logo",
  accept: "image/*",
  parseAs: "blob",
  unwrapped: true,
};
const readText: OperationDescriptor = { ...download, id: "readText", accept: "text/plain", parseAs: "text" };

/** Calls an operation of an API that responds with `response`. */
async function callWith(operation: OperationDescriptor, response: Response, middleware = false) {
  const accepted: (string | null)[] = [];
  const fetch: typeof globalThis.fetch = async (url, init) => {
    accepted.push(new Request(url, init).headers.get("accept"));
    return response;
  };
  const iam = createIamClient({ token: "any", baseUrl: "https://api.example.com", fetch });
  if (middleware) iam.use({ onRequest: ({ request }) => request });
  return { ...(await iam.call(operation)), accepted };
}

it.each([false, true])("returns a file as a Blob with its type (middleware: %s)", async (middleware) => {
  const response = new Response(bytes, { headers: { "content-type": "image/png" } });
  const { data, accepted } = await callWith(download, response, middleware);
  const blob = data as Blob;
  expect([blob.type, new Uint8Array(await blob.arrayBuffer())]).toEqual(["image/png", bytes]);
  expect(accepted).toEqual(["image/*"]);
});

it("returns the bytes of a file that middleware has put into a new response", async () => {
  const fetch: typeof globalThis.fetch = async () => new Response(bytes);
  const iam = createIamClient({ token: "any", baseUrl: "https://api.example.com", fetch });
  iam.use({ onResponse: ({ response }) => new Response(response.body, response) });
  const { data } = await iam.call(download);
  expect(new Uint8Array(await (data as Blob).arrayBuffer())).toEqual(bytes);
});

it.each([
  ["text", "a,b\u00e9"],
  ["empty text", ""],
])("returns %s as a string", async (_, text) => {
  const { data, accepted } = await callWith(readText, new Response(text));
  expect([data, accepted]).toEqual([text, ["text/plain"]]);
});

it("returns null for a read without a file", async () => {
  const { data } = await callWith({ ...download, noContent: "sometimes" }, new Response(null, { status: 204 }));
  expect(data).toBe(null);
});

it.each([download, readText])("throws an ApiError with the errors of a failed call of $id", async (operation) => {
  const response = Response.json({ errors: [{ type: "not-found", message: "None" }] }, { status: 404 });
  await expect(callWith(operation, response)).rejects.toMatchObject({ status: 404, errors: [{ type: "not-found" }] });
});
