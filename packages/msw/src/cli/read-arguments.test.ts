import { expect, it } from "vitest";
import { readArguments, usage } from "./read-arguments.ts";

it("returns defaults without arguments", () => {
  expect(readArguments([])).toEqual({
    help: false,
    host: "127.0.0.1",
    port: 4010,
    users: 1_000,
    seed: 1,
    latencyMs: 0,
    errorRate: 0,
    token: undefined,
    state: undefined,
    cors: undefined,
  });
});

/** A value of each option, and the setting that it gives. */
const options = [
  ["port", "0", { port: 0 }],
  ["host", "::1", { host: "::1" }],
  ["users", "5", { users: 5 }],
  ["seed", "7", { seed: 7 }],
  ["latency-ms", "20", { latencyMs: 20 }],
  ["latency-ms", "50-200", { latencyMs: [50, 200] }],
  ["error-rate", "0.25", { errorRate: 0.25 }],
  ["token", "sgp_1", { token: "sgp_1" }],
  ["state", "a/b.json", { state: "a/b.json" }],
  ["cors", "http://localhost:5173", { cors: "http://localhost:5173" }],
  ["cors", "*", { cors: "*" }],
] as const;

it.each(options)("reads --%s %s", (name, value, expected) => {
  expect(readArguments([`--${name}`, value])).toEqual({ ...readArguments([]), ...expected });
});

it.each(options)("reads %s=%s from the environment, and prefers the command line", (name, value, expected) => {
  const variable = `SEGMENT_IAM_MOCK_${name.toUpperCase().replace("-", "_")}`;
  expect(readArguments([], { [variable]: value })).toEqual({ ...readArguments([]), ...expected });
  expect(readArguments([`--${name}`, value], { [variable]: "?" })).toMatchObject(expected);
});

it("describes every setting in the usage", () => {
  const names = usage.match(/--[a-z-]+(?= )/g)?.map((name) => name.slice(2));
  expect(names).toEqual(expect.arrayContaining([...new Set(options.map(([name]) => name)), "help"]));
});

it.each([
  [["--port", "x"], '--port must be an integer from 0 to 65535, got "x"'],
  [["--port", "65536"], '--port must be an integer from 0 to 65535, got "65536"'],
  [["--users", "1.5"], '--users must be an integer from 0 to 1000000, got "1.5"'],
  [["--latency-ms", ""], '--latency-ms must be an integer from 0 to 600000, or a range such as 50-200, got ""'],
  [["--latency-ms", "200-50"], 'or a range such as 50-200, got "200-50"'],
  [["--latency-ms", "1-2-3"], 'or a range such as 50-200, got "1-2-3"'],
  [["--latency-ms", "1-600001"], 'or a range such as 50-200, got "1-600001"'],
  [["--seed=-1"], '--seed must be an integer from 0 to 2147483647, got "-1"'],
  [["--error-rate", "5%"], '--error-rate must be a number from 0 to 1, got "5%"'],
  [["--error-rate", "1.5"], '--error-rate must be a number from 0 to 1, got "1.5"'],
  [["--error-rate", ""], '--error-rate must be a number from 0 to 1, got ""'],
  [["--token", ""], "--token must not be empty; omit it to accept any token"],
  [["--state", ""], "--state must not be empty"],
  [["--cors", "localhost:5173"], '--cors must be an origin such as http://localhost:5173, or *, got "localhost:5173"'],
  [["--cors", "http://localhost:5173/"], '--cors must be an origin such as http://localhost:5173, or *, got "http'],
  [["--prot", "1"], "Unknown option '--prot'; the options are --port, --host,"],
  [["users"], "Unexpected argument 'users'; the options are --port, --host,"],
  [["state.json"], "Unexpected argument 'state.json'; the options are --port, --host,"],
  [["--state", "--cors"], "Option '--state' argument is ambiguous; the options are --port, --host,"],
  [["--state"], "Option '--state <value>' argument missing; the options are --port, --host,"],
  [["--help=yes"], "Option '--help' does not take an argument; the options are --port, --host,"],
])("throws a UsageError for %j", (args, message) => {
  expect(() => readArguments(args)).toThrow(message);
});

it("ignores the environment with --help", () => {
  expect(readArguments(["--help"], { SEGMENT_IAM_MOCK_PORT: "x" })).toEqual({ ...readArguments([]), help: true });
});

it("names the variable in an error", () => {
  const message = 'SEGMENT_IAM_MOCK_PORT must be an integer from 0 to 65535, got "x"';
  expect(() => readArguments([], { SEGMENT_IAM_MOCK_PORT: "x" })).toThrow(message);
});
