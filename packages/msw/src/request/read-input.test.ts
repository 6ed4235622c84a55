import { expect, it } from "vitest";
import { resolveSchema } from "../contract.ts";
import { contract } from "../generated/contract.ts";
import { ORIGIN, send, setUp } from "../test-utils/set-up.ts";

/** Returns the schema of a parameter in the spec. */
function schemaOf(id: string, parameter: string): ReturnType<typeof resolveSchema> {
  const found = contract.operations[id]?.parameters.find(({ name }) => name === parameter);
  if (!found) throw new Error(`${id} has no parameter ${parameter}`);
  return resolveSchema(contract, found.schema);
}

const count = resolveSchema(contract, schemaOf("listUsers", "pagination").properties?.["count"] ?? true);
const { minimum = NaN, maximum = NaN } = count;
const { maxLength = NaN } = schemaOf("getUser", "userId");

it.each([
  [
    `/users?pagination.count=${minimum - 1}`,
    "pagination.count",
    `"count" is not valid: ${minimum - 1} is less than ${minimum}.`,
  ],
  [
    `/users?pagination.count=${maximum + 1}`,
    "pagination.count",
    `"count" is not valid: ${maximum + 1} is greater than ${maximum}.`,
  ],
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
  ["/users?pagination.count=2&pagination.count=3", "pagination.count", '"count" has more than one value'],
  [
    `/users/${"x".repeat(maxLength + 1)}`,
    "userId",
    `"userId" is not valid: String is too long (${maxLength + 1} > ${maxLength}).`,
  ],
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

it.each([
  "userIds.0=a&userIds.1=b",
  "userIds[0]=a&userIds[1]=b",
  "userIds.1=b&userIds.0=a",
  "userIds=a&userIds=b",
  "userIds[]=a&userIds[]=b",
])("reads the list in %s", async (query) => {
  const { workspace } = setUp({ users: ["a", "b", "c"].map((id) => ({ id, name: id, email: id })) });
  expect((await send(workspace, "DELETE", `/users?${query}`)).status).toBe(200);
  expect(workspace.users.map(({ id }) => id)).toEqual(["c"]);
});

it("reads a list with one item in userIds=a", async () => {
  const { workspace } = setUp({ users: ["a", "b"].map((id) => ({ id, name: id, email: id })) });
  expect((await send(workspace, "DELETE", "/users?userIds=a")).status).toBe(200);
  expect(workspace.users.map(({ id }) => id)).toEqual(["b"]);
});

it.each(["pagination.count=2", "pagination[count]=2"])("reads the object in %s", async (query) => {
  const { workspace } = setUp({ users: 3 });
  const response = await workspace.fetch(`${ORIGIN}/users?${query}`, { headers: { authorization: "Bearer t" } });
  expect(await response.json()).toMatchObject({ data: { users: [{}, {}] } });
});

it.each(["userIds=a&userIds.0=b", "userIds=a&userIds[0]=b"])("rejects the mixed spellings in %s", async (query) => {
  const { workspace } = setUp();
  expect((await send(workspace, "DELETE", `/users?${query}`)).status).toBe(422);
});

it("rejects a body over maxBodyBytes with 413 and a URL over maxUrlBytes with 414", async () => {
  const { workspace } = setUp({ maxBodyBytes: 100, maxUrlBytes: 100 });
  expect((await send(workspace, "POST", "/invites", { body: "x".repeat(101) })).status).toBe(413);
  expect((await send(workspace, "GET", `/users/${"x".repeat(100)}`)).status).toBe(414);
});

it.each([
  ["arrays", "[", "]"],
  ["objects", '{"permissions":', "}"],
  ["items", '{"permissions":[', "]}"],
])("rejects a body of deeply nested %s with 422", async (_, open, close) => {
  const { workspace } = setUp({ limits: false });
  for (const depth of [100, 5_000, 50_000]) {
    const body = `${open.repeat(depth)}1${close.repeat(depth)}`;
    for (const method of ["PUT", "POST"]) {
      expect((await send(workspace, method, "/users/a/permissions", { body })).status).toBe(422);
    }
  }
});
