import { expect, it } from "vitest";
import { send, setUp } from "../test-utils/set-up.ts";

it.each([
  ["/users?pagination.count=0", "pagination.count", '"count" is not valid: 0 is less than 1.'],
  ["/users?pagination.count=1001", "pagination.count", '"count" is not valid: 1001 is greater than 1000.'],
  [
    "/users?pagination.count=many",
    "pagination.count",
    '"count" is not valid: Instance type "string" is invalid. Expected "integer".',
  ],
  ["/users?pagination.cursor=MA==", "pagination.count", '"count" is required'],
  [
    "/users?pagination.count=2&pagination.cursor=next",
    "pagination.cursor",
    '"cursor" must be a cursor from an earlier response',
  ],
  ["/users/a?userId=b", "userId", '"userId" is not allowed'],
  ["/users?page=2", "page", '"page" is not allowed'],
  ["/users?__proto__.count=2", "__proto__", '"__proto__" is not allowed'],
  ["/users?pagination.count=2&pagination.count=3", "pagination.count", '"pagination.count" has more than one value'],
  [`/users/${"x".repeat(256)}`, "userId", '"userId" is not valid: String is too long (256 > 255).'],
])("rejects %s with 422", async (path, field, message) => {
  const { get } = setUp();
  expect(await get(path)).toMatchObject({ status: 422, errors: [{ type: "input-validation", message, field }] });
});

it.each([
  ["", ["body"]],
  ["{", ["body"]],
  ["[]", [""]],
  ["{}", ["permissions"]],
  [
    '{"permissions":[{"roleId":1},{"roleId":"r","resources":[{"type":"HOUSE"}]}]}',
    [
      "permissions.0.resources",
      "permissions.0.roleId",
      "permissions.1.resources.0.id",
      "permissions.1.resources.0.type",
    ],
  ],
])("reports every invalid field of the body %s", async (body, fields) => {
  const { workspace } = setUp();
  const { status, errors } = await send(workspace, "PUT", "/users/a/permissions", { body });
  expect(status).toBe(422);
  expect(errors.map(({ field }) => field).toSorted()).toEqual(fields);
});

it.each(["userIds.0=a&userIds.1=b", "userIds[0]=a&userIds[1]=b", "userIds.1=b&userIds.0=a"])(
  "reads the list in %s",
  async (query) => {
    const { workspace } = setUp({ users: ["a", "b", "c"].map((id) => ({ id, name: id, email: id })) });
    expect((await send(workspace, "DELETE", `/users?${query}`)).status).toBe(200);
    expect(workspace.users.map(({ id }) => id)).toEqual(["c"]);
  },
);

it("rejects a body over maxBodyBytes with 413 and a URL over maxUrlBytes with 414", async () => {
  const { workspace } = setUp({ maxBodyBytes: 100, maxUrlBytes: 100 });
  expect((await send(workspace, "POST", "/invites", { body: "x".repeat(101) })).status).toBe(413);
  expect((await send(workspace, "GET", `/users/${"x".repeat(100)}`)).status).toBe(414);
});
