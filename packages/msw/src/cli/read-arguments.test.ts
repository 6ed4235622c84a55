import { expect, it } from "vitest";
import { readArguments } from "./read-arguments.ts";

it("returns defaults without arguments", () => {
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
  [["--port", "x"], '--port must be an integer from 0 to 65535, got "x"'],
  [["--port", "65536"], '--port must be an integer from 0 to 65535, got "65536"'],
  [["--users", "1.5"], '--users must be an integer from 0 to 1000000, got "1.5"'],
  [["--latency-ms", ""], '--latency-ms must be an integer from 0 to 600000, got ""'],
  [["--seed=-1"], '--seed must be an integer from 0 to 2147483647, got "-1"'],
  [["--token", ""], "--token must not be empty; omit it to accept any token"],
  [["--prot", "1"], "Unknown option '--prot'"],
  [["users"], "Unexpected argument 'users'"],
])("throws a UsageError for %j", (args, message) => {
  expect(() => readArguments(args)).toThrow(message);
});
