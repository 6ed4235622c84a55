import { expect, it } from "vitest";
import { ConfigError } from "../errors/config-error.ts";
import { InputError } from "../errors/input-error.ts";
import { readHeaders } from "./read-headers.ts";

it.each([
  ["names in lower case", { "X-Trace": "1" }, { "x-trace": "1" }],
  ["the last of two that differ in case", { Accept: "a", accept: "b" }, { accept: "b" }],
  ["values as text", { "X-Count": 3, "X-Tab": "a\tb" }, { "x-count": "3", "x-tab": "a\tb" }],
  ["no value that is not there", { "X-None": undefined, "X-Null": null, "X-Empty": "" }, { "x-empty": "" }],
])("reads %s", (_, headers, read) => {
  expect(readHeaders(headers)).toEqual(read);
});

it.each([
  ["a line break", "x-a", "secret\r\nb: c"],
  ["a line feed", "x-a", "secret\nb"],
  ["a null byte", "x-a", "secret\0"],
  ["a letter only some servers take", "x-a", "secret \u00e9"],
  ["a name with a colon", "x-a:", "secret"],
  ["a name with a line break", "x-a\n", "secret"],
  ["an empty name", "", "secret"],
])("refuses %s, without repeating the value", (_, name, value) => {
  for (const [operation, errorClass] of [
    ["listUsers", InputError],
    [undefined, ConfigError],
  ] as const) {
    const read = () => readHeaders({ [name]: value }, operation);
    expect(read).toThrow(errorClass);
    expect(read).toThrow(`${name} has a character no header may hold`);
    expect(read).not.toThrow("secret");
  }
});
