import { expect, it } from "vitest";

import { HELP, readCommand } from "./read-command.ts";

it.each([
  [[], {}, { name: "start", watch: false, serverOptions: [] }],
  [["--watch"], { PORT: "0" }, { name: "start", watch: true, serverOptions: [] }],
  [["--users", "5"], {}, { name: "start", watch: false, serverOptions: ["--users", "5"] }],
  [["--help"], { PORT: "many" }, { name: "help" }],
])("reads %j with %j", (args, env, command) => {
  expect(readCommand(args, env)).toEqual(command);
});

it.each([
  ["an unknown option", ["--wach"], {}, "'--wach'"],
  ["an argument that is not an option", ["users"], {}, "'users'"],
  ["a missing value", ["--users"], {}, "--users"],
  ["a value that looks like an option", ["--users", "-5"], {}, "--users"],
  ["an invalid number of users", ["--users", "many"], {}, '--users must be an integer from 0 to 1000000, got "many"'],
  ["an invalid port", [], { PORT: "70000" }, 'PORT must be an integer from 0 to 65535, got "70000"'],
  ["an unknown region", [], { SEGMENT_REGION: "mars" }, "SEGMENT_REGION must be"],
  [
    "a malformed token",
    [],
    { SEGMENT_TOKEN: "sgp_very secret" },
    "SEGMENT_TOKEN contains a character that is not allowed in a token",
  ],
  ["a token and --users", ["--users", "5"], { SEGMENT_TOKEN: "sgp_secret" }, "Unset SEGMENT_TOKEN"],
])("reports %s in one line", (_, args, env, message) => {
  const command = readCommand(args, env);
  expect(command).toEqual({ name: "error", message: expect.stringContaining(message) });
  expect(JSON.stringify(command)).not.toMatch(/\\n|secret/);
});

it("documents every setting", () => {
  for (const setting of ["--users", "--watch", "SEGMENT_TOKEN", "SEGMENT_REGION", "PORT"])
    expect(HELP).toContain(setting);
});
