import { parseArgs } from "node:util";
import { UsageError } from "./usage-error.ts";

/** What the command line asks for. */
export interface CliArguments {
  readonly help: boolean;
  readonly host: string;
  readonly port: number;
  readonly users: number;
  readonly seed: number;
  readonly latencyMs: number;
  readonly token: string | undefined;
}

/** What `--help` prints. */
export const usage = `Usage: segment-iam-mock [options]

Serves a workspace in memory that answers as Segment's IAM Users API does.

  --port <number>        the port to listen on, 0 for a free one (default: 4010)
  --host <address>       the address to listen on (default: 127.0.0.1)
  --users <number>       how many users the workspace has (default: 1000)
  --seed <number>        the same seed makes the same workspace (default: 1)
  --latency-ms <number>  how long each answer takes (default: 0)
  --token <token>        the only token accepted (default: any)
  --help                 print this

Ctrl-C ends it.`;

/**
 * Reads the command line.
 *
 * @throws {UsageError} for an option that does not exist or a value that it cannot have.
 */
export function readArguments(args: readonly string[]): CliArguments {
  const { help, host, port, users, seed, token, "latency-ms": latencyMs } = parse(args);
  // A variable of the shell that is not set, most likely: no call can have an empty token.
  if (token === "") throw new UsageError("--token takes a token; leave it out to accept any");
  return {
    help,
    host,
    port: wholeNumber("--port", port, 65_535),
    users: wholeNumber("--users", users, 1_000_000),
    seed: wholeNumber("--seed", seed, 2 ** 31 - 1),
    latencyMs: wholeNumber("--latency-ms", latencyMs, 600_000),
    token,
  };
}

function parse(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        help: { type: "boolean", default: false },
        host: { type: "string", default: "127.0.0.1" },
        port: { type: "string", default: "4010" },
        users: { type: "string", default: "1000" },
        seed: { type: "string", default: "1" },
        "latency-ms": { type: "string", default: "0" },
        token: { type: "string" },
      },
    });
    return values;
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause));
  }
}

function wholeNumber(option: string, text: string, largest: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value <= largest) return value;
  throw new UsageError(`${option} takes a whole number from 0 to ${largest}, not ${JSON.stringify(text)}`);
}
