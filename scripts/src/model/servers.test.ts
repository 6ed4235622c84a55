import { describe, expect, it } from "vitest";

import type { Json, JsonObject } from "../spec/json.ts";
import { apiDocument } from "../test-utils/documents/api-document.ts";
import { messagesOf } from "../test-utils/messages-of.ts";
import { modelOf } from "../test-utils/model-of.ts";

const US = { url: "https://us.example" };
const EU = { url: "https://eu.example" };

/** Creates a document with additional root members and operation members. */
function documentWith(members: JsonObject, operation: JsonObject = {}): string {
  return JSON.stringify({ ...(JSON.parse(apiDocument({ operation })) as JsonObject), ...members });
}

describe("regions", () => {
  it.each<[string, Json[], [string, string][]]>([
    [
      "named regions",
      [
        { ...US, "x-region": "us" },
        { ...EU, "x-region": "eu" },
      ],
      [
        ["us", US.url],
        ["eu", EU.url],
      ],
    ],
    [
      "unnamed servers",
      [US, EU, US],
      [
        ["default", US.url],
        ["server2", EU.url],
        ["server3", US.url],
      ],
    ],
    [
      "a named server after an unnamed one",
      [US, { ...EU, "x-region": "eu" }],
      [
        ["default", US.url],
        ["eu", EU.url],
      ],
    ],
    ["a URL with trailing slashes", [{ url: "https://us.example/v1//" }], [["default", "https://us.example/v1"]]],
    [
      "a URL with variables that have a default",
      [{ url: "https://{host}.example:{port}", variables: { host: { default: "a" }, port: { default: "1" } } }],
      [["default", "https://a.example:1"]],
    ],
  ])("builds %s", (_, servers, regions) => {
    const model = modelOf(documentWith({ servers }));
    expect(model.servers.map(({ region, url }) => [region, url])).toEqual(regions);
    expect(model.warnings).toEqual([]);
  });

  it.each<[string, JsonObject, string, string]>([
    ["no servers", {}, "", "has no absolute URL"],
    ["an empty list of servers", { servers: [] }, "", "has no absolute URL"],
    ["a relative URL", { servers: [{ url: "/v1/" }] }, "/v1", "has no absolute URL"],
    [
      "a variable without a default",
      { servers: [{ url: "https://{toString}.x", variables: {} }] },
      "https://{toString}.x",
      "no default",
    ],
  ])("warns about %s", (_, members, url, reason) => {
    const { servers, warnings } = modelOf(documentWith(members));
    expect(servers).toMatchObject([{ region: "default", url }]);
    expect(warnings.map((warning) => warning.reason)).toEqual([expect.stringContaining(reason)]);
  });

  it("warns about servers of a path and an operation", () => {
    const paths = { "/other": { servers: [EU], get: { operationId: "get", servers: [EU], responses: { "204": {} } } } };
    const { warnings } = modelOf(documentWith({ servers: [US], paths }));
    expect(warnings.map(({ at }) => at.join("."))).toEqual(["paths./other.servers", "paths./other.get.servers"]);
  });

  it.each<[string, Json, string]>([
    [
      "two servers with the same region",
      [
        { ...US, "x-region": "us" },
        { ...EU, "x-region": "us" },
      ],
      "The region `us` is not unique",
    ],
    ["an invalid region name", [{ ...US, "x-region": "*/" }], "`x-region` is not a valid region name"],
    ["a server without a URL", [{}], "The server has no `url`"],
    ["servers that are not an array", US, "`servers` must be an array"],
  ])("rejects %s", (_, servers, reason) => {
    expect(messagesOf(documentWith({ servers })).join()).toContain(reason);
  });
});

it.each<[string, JsonObject, JsonObject, boolean]>([
  ["no security", {}, {}, false],
  ["security for all operations", { security: [{ token: [] }] }, {}, true],
  ["an empty security array", { security: [] }, {}, false],
  ["optional security", { security: [{ token: [] }, {}] }, {}, false],
  ["security of an operation", {}, { security: [{ token: [] }] }, true],
  ["an operation that disables the document's security", { security: [{ token: [] }] }, { security: [] }, false],
])("determines whether a token is required with %s", (_, members, operation, required) => {
  expect(modelOf(documentWith(members, operation)).requiresToken).toBe(required);
});
