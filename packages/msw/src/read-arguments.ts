import { parseArgs } from "node:util";

/** Thrown for an invalid command line. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** The parsed command line. */
export interface CliArguments {
  readonly help: boolean;
  readonly host: string;
  readonly port: number;
  readonly users: number;
  readonly seed: number;
  readonly latencyMs: number;
  readonly token: string | undefined;
}

/** The help text. */
export const usage = `Usage: segment-iam-mock [options]

Serves an in-memory mock of Segment's IAM Users API.

  --port <number>        the port to listen on; 0 chooses a free one (default: 4010)
  --host <address>       the address to listen on (default: 127.0.0.1)
  --users <number>       the number of users in the workspace (default: 1000)
  --seed <number>        the seed for generated data (default: 1)
  --latency-ms <number>  the delay before each response, in milliseconds (default: 0)
  --token <token>        the only token accepted (default: any token)
  --help                 print this help

Stop it with Ctrl-C.`;

/**
 * Parses the command line.
 *
 * @throws {UsageError} for an unknown option or an invalid value.
 */
export function readArguments(args: readonly string[]): CliArguments {
  const { help, host, port, users, seed, token, "latency-ms": latencyMs } = parse(args);
  // An empty token probably comes from an unset shell variable. No request can match it.
  if (token === "") throw new UsageError("--token must not be empty; omit it to accept any token");
  return {
    help,
    host,
    port: integer("--port", port, 65_535),
    users: integer("--users", users, 1_000_000),
    seed: integer("--seed", seed, 2 ** 31 - 1),
    latencyMs: integer("--latency-ms", latencyMs, 600_000),
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

function integer(option: string, text: string, largest: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value <= largest) return value;
  throw new UsageError(`${option} must be an integer from 0 to ${largest}, got ${JSON.stringify(text)}`);
}
