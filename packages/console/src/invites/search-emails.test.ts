import { expect, it } from "vitest";
import { searchEmails } from "./search-emails.ts";

const ada = "Ada.Lovelace@example.com";
const zoe = "zoë@example.com";
const adaAtWork = "ada@example.org";

it.each([
  ["", [ada, zoe, adaAtWork]],
  ["ada", [ada, adaAtWork]],
  ["com ADA", [ada]],
  ["zoe", [zoe]],
  ["ada zoe", []],
])("shows the addresses that contain each word of the search %j", (q, expected) => {
  expect(searchEmails([ada, zoe, adaAtWork], new URLSearchParams({ q }))).toEqual(expected);
});
