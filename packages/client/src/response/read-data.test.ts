import { expect, it } from "vitest";
import type { OperationDescriptor } from "../operation-descriptor.ts";
import { readData } from "./read-data.ts";

it.each<[string, Partial<OperationDescriptor>, string, unknown]>([
  ["the envelope's data", {}, '{"data":[1]}', [1]],
  ["null data", {}, '{"data":null}', null],
  ["a body without an envelope", { bare: true }, '{"data":1,"more":2}', { data: 1, more: 2 }],
  ["a bare null", { bare: true }, "null", null],
  ["nothing of a write that answers nothing", { empty: true }, "", undefined],
  ["null of a read that answers nothing", { empty: true, method: "GET" }, "", null],
  ["nothing where there sometimes is none", { empty: "sometimes" }, "", undefined],
  ["the data where there sometimes is none", { empty: "sometimes" }, '{"data":1}', 1],
])("reads %s", async (_, description, body, data) => {
  const operation = { id: "touch", method: "PUT", path: "/", ...description };
  expect(await readData(new Response(body || null), operation)).toEqual(data);
});
