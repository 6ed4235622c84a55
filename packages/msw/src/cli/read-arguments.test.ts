import { expect, it } from "vitest";
import { readArguments } from "./read-arguments.ts";

it("has defaults", () => {
  expect(readArguments([])).toEqual({
    help: false,
    host: "127.0.0.1",
    port: 4010,
    users: 1_000,
    seed: 1,
    latencyMs: 0,
    token: undefined,
  });
});

it("reads every option", () => {
  const args = ["--port", "0", "--users=5", "--seed", "7", "--latency-ms", "20", "--host", "::1", "--token", "sgp_1"];
  expect(readArguments(args)).toMatchObject({ port: 0, users: 5, seed: 7, latencyMs: 20, host: "::1", token: "sgp_1" });
});

it.each([
  [["--port", "x"], '--port takes a whole number from 0 to 65535, not "x"'],
  [["--port", "65536"], '--port takes a whole number from 0 to 65535, not "65536"'],
  [["--users", "1.5"], '--users takes a whole number from 0 to 1000000, not "1.5"'],
  [["--latency-ms", ""], '--latency-ms takes a whole number from 0 to 600000, not ""'],
  [["--seed=-1"], '--seed takes a whole number from 0 to 2147483647, not "-1"'],
  [["--token", ""], "--token takes a token; leave it out to accept any"],
  [["--prot", "1"], "Unknown option '--prot'"],
  [["users"], "Unexpected argument 'users'"],
])("says what is wrong with %j", (args, message) => {
  expect(() => readArguments(args)).toThrow(message);
});
