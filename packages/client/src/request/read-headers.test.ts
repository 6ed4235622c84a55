import { expect, it } from "vitest";
import { readHeaders } from "./read-headers.ts";

const fail = (name: string, reason: string) => new Error(`${name} ${reason}`);

it.each([
  ["names in lower case", { "X-Trace": "1" }, { "x-trace": "1" }],
  ["the last of two names that differ in case", { Accept: "a", accept: "b" }, { accept: "b" }],
  ["values as strings", { "X-Count": 3, "X-Tab": "a\tb" }, { "x-count": "3", "x-tab": "a\tb" }],
  ["the headers of a Headers", new Headers({ "X-A": "1", "x-b": "2" }), { "x-a": "1", "x-b": "2" }],
  [
    "the headers of pairs",
    [
      ["X-A", "1"],
      ["x-b", "2"],
    ],
    { "x-a": "1", "x-b": "2" },
  ],
  ["the headers of a Map", new Map([["X-A", "1"]]), { "x-a": "1" }],
  [
    "all values of a name in pairs, as fetch does",
    [
      ["X-A", "1"],
      ["x-a", "2"],
    ],
    { "x-a": "1, 2" },
  ],
  ["no undefined or null value", { "X-None": undefined, "X-Null": null, "X-Empty": "" }, { "x-empty": "" }],
])("returns %s", (_, headers, read) => {
  expect(readHeaders(headers, fail)).toEqual(read);
});

it.each([
  ["a line break", "x-a", "secret\r\nb: c"],
  ["a line feed", "x-a", "secret\nb"],
  ["a null byte", "x-a", "secret\0"],
  ["a character outside ASCII", "x-a", "secret \u00e9"],
  ["a name with a colon", "x-a:", "secret"],
  ["a name with a line break", "x-a\n", "secret"],
  ["an empty name", "", "secret"],
])("rejects %s, without the value in the message", (_, name, value) => {
  const read = () => readHeaders({ [name]: value }, fail);
  expect(read).toThrow(`${name} has invalid characters`);
  expect(read).not.toThrow("secret");
});
