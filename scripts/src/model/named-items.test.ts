import { describe, expect, it } from "vitest";

import type { JsonObject } from "../spec/json.ts";
import { documentOfPaths } from "../test-utils/documents/document-of-paths.ts";
import { invalidationsIn } from "../test-utils/invalidations-in.ts";
import { operationOf } from "../test-utils/model-of.ts";

const strings = { type: "array", items: { type: "string" } };

/** Returns the keys of a write with a query parameter. */
function query(name: string, schema: JsonObject, required = true): JsonObject {
  return { parameters: [{ name, in: "query", required, schema }] };
}

/** Returns the keys of a paged read with these items. */
function pagesOf(items: JsonObject): JsonObject {
  const pagination = { type: "object", properties: { cursor: { type: "string" }, count: { type: "integer" } } };
  const data = { type: "object", properties: { list: { type: "array", items }, pagination } };
  const schema = { type: "object", properties: { data } };
  return {
    ...query("pagination", pagination, false),
    responses: { "200": { description: "A page.", content: { "application/json": { schema } } } },
  };
}

const user = { type: "object", properties: { email: { type: "string" }, id: { type: "string" } } };

describe("the parameter of a read below a write", () => {
  const reads = ["GET /users listUsers", "GET /users/{userId} getUser"];

  it.each([
    ["a list with the plural name", "DELETE", "userIds", strings, "getUser(userId=userIds)"],
    ["a list of numbers", "PATCH", "userIds", { type: "array", items: { type: "integer" } }, "getUser(userId=userIds)"],
    ["a single value", "DELETE", "userId", { type: "string" }, "getUser(userId)"],
    ["not a list of objects", "DELETE", "userIds", { type: "array", items: { type: "object" } }, "getUser"],
    ["not another list", "DELETE", "groupIds", strings, "getUser"],
    ["not a list that replaces the collection", "PUT", "userIds", strings, "getUser"],
  ])("is named by %s", (_, method, name, schema, expected) => {
    const text = documentOfPaths([...reads, `${method} /users writeUsers`], { writeUsers: query(name, schema) });
    expect(invalidationsIn(operationOf(text, "writeUsers"))).toEqual(["listUsers", expected]);
  });

  it("is not named by an optional input", () => {
    const text = documentOfPaths([...reads, "DELETE /users deleteUsers"], {
      deleteUsers: query("userIds", strings, false),
    });
    expect(invalidationsIn(operationOf(text, "deleteUsers"))).toEqual(["listUsers", "getUser"]);
  });

  it.each([
    ["boxes", "box"],
    ["policies", "policy"],
    ["keys", "key"],
    ["aliases", "alias"],
  ])("is named by the plural %s", (plural, parameter) => {
    const text = documentOfPaths([`GET /things/{${parameter}} getThing`, "DELETE /things deleteThings"], {
      deleteThings: query(plural, strings),
    });
    expect(invalidationsIn(operationOf(text, "deleteThings"))).toEqual([`getThing(${parameter}=${plural})`]);
  });
});

const byId = (input: string) => ({ itemsField: "list", idField: "id", input });
const byText = (input: string) => ({ itemsField: "list", idField: undefined, input });

describe("the items of a list", () => {
  it.each<[string, string, JsonObject, JsonObject, unknown]>([
    ["a path parameter", "PUT /user-groups/{userGroupId}/users", user, {}, byId("userGroupId")],
    ["an input on the same path", "DELETE /user-groups", user, query("userGroupIds", strings), byId("userGroupIds")],
    ["`ids` on the same path", "DELETE /user-groups", user, query("ids", strings), byId("ids")],
    ["another member", "DELETE /user-groups", user, query("emails", strings), { ...byId("emails"), idField: "email" }],
    ["their text", "DELETE /user-groups", { type: "string" }, query("emails", strings), byText("emails")],
  ])("are named by %s", (_, line, items, keys, expected) => {
    const text = documentOfPaths(["GET /user-groups listGroups", `${line} write`], {
      listGroups: pagesOf(items),
      write: keys,
    });
    expect(operationOf(text, "write").invalidates).toMatchObject([{ id: "listGroups", items: expected }]);
  });

  it.each<[string, string, JsonObject, JsonObject]>([
    ["the ID of something else", "DELETE /user-groups", user, query("userIds", strings)],
    ["a path parameter that no item has", "PUT /user-groups/{slug}", user, {}],
    ["an input of a POST, which creates items", "POST /user-groups", user, query("ids", strings)],
    ["an input of a PUT, which replaces all items", "PUT /user-groups", user, query("ids", strings)],
    ["nothing", "DELETE /user-groups", user, {}],
  ])("are not named by %s", (_, line, items, keys) => {
    const text = documentOfPaths(["GET /user-groups listGroups", `${line} write`], {
      listGroups: pagesOf(items),
      write: keys,
    });
    expect(operationOf(text, "write").invalidates).toMatchObject([{ id: "listGroups", items: undefined }]);
  });

  it("are not named if the list has a filter", () => {
    const pages = pagesOf(user);
    const filter = { name: "role", in: "query", schema: { type: "string" } };
    const text = documentOfPaths(["GET /user-groups listGroups", "DELETE /user-groups write"], {
      listGroups: { ...pages, parameters: [filter, ...(pages["parameters"] as JsonObject[])] },
      write: query("ids", strings),
    });
    expect(operationOf(text, "write").invalidates).toMatchObject([{ id: "listGroups", items: undefined }]);
  });

  it("are not named if `x-invalidates` replaces the reads", () => {
    const text = documentOfPaths(["GET /user-groups listGroups", "DELETE /user-groups write"], {
      listGroups: pagesOf(user),
      write: { ...query("ids", strings), "x-invalidates": ["listGroups"] },
    });
    expect(operationOf(text, "write").invalidates).toMatchObject([{ id: "listGroups", items: undefined }]);
  });
});
