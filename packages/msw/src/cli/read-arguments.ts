import { parseArgs } from "node:util";

/** Thrown for an invalid command line or environment variable. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** The settings of the command. */
export interface CliArguments {
  readonly help: boolean;
  readonly host: string;
  readonly port: number;
  readonly users: number;
  readonly seed: number;
  readonly latencyMs: number | readonly [minMs: number, maxMs: number];
  readonly errorRate: number;
  readonly token: string | undefined;
  readonly state: string | undefined;
  readonly cors: string | undefined;
}

/** The options: placeholder, description and default. */
const OPTIONS = {
  port: ["number", "the port to listen on; 0 chooses a free one", "4010"],
  host: ["address", "the address to listen on", "127.0.0.1"],
  users: ["number", "the number of users in the workspace", "1000"],
  seed: ["number", "the seed for generated data", "1"],
  "latency-ms": ["number", "the delay before each response, or a range: 50-200", "0"],
  "error-rate": ["number", "the share of requests that get a 503, from 0 to 1", "0"],
  token: ["token", "the only accepted token; by default, any token", undefined],
  state: ["file", "the JSON file to load the workspace from and to save it to", undefined],
  cors: ["origin", "the origin whose pages may call the server; * for all", undefined],
} as const satisfies Record<string, readonly [string, string, string | undefined]>;

type Option = keyof typeof OPTIONS;

/** The help text. */
export const usage: string = `Usage: segment-iam-mock [options]

Serves an in-memory mock of Segment's IAM Users API.

${Object.entries(OPTIONS)
  .map(([name, [value, description, preset]]) => {
    const suffix = preset === undefined ? "" : ` (default: ${preset})`;
    return `  ${`--${name} <${value}>`.padEnd(23)} ${description}${suffix}`;
  })
  .join("\n")}
  --help                  print this help

Each option can also be an environment variable, such as ${variableOf("latency-ms")}.
Ctrl-C saves the workspace to the --state file and stops the server.`;

/**
 * Parses the command line and the environment. The command line takes precedence.
 *
 * @throws {UsageError} for an unknown option or an invalid value.
 */
export function readArguments(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>> = {},
): CliArguments {
  const values = parse(args);
  const read = (name: Option): Setting => {
    const variable = variableOf(name);
    const given = values[name];
    // An invalid variable must not prevent --help.
    return given === undefined && environment[variable] !== undefined && !values.help
      ? { source: variable, text: environment[variable] }
      : { source: `--${name}`, text: given ?? OPTIONS[name][2] };
  };
  return {
    help: values.help ?? false,
    host: nonEmpty(read("host")) ?? "",
    port: integer(read("port"), 65_535),
    users: integer(read("users"), 1_000_000),
    seed: integer(read("seed"), 2 ** 31 - 1),
    latencyMs: latency(read("latency-ms"), 600_000),
    errorRate: rate(read("error-rate")),
    // An empty token probably comes from an unset shell variable. No request can match it.
    token: nonEmpty(read("token"), "; omit it to accept any token"),
    state: nonEmpty(read("state")),
    cors: origin(read("cors")),
  };
}

/** The text of a setting, and the option or variable that it comes from. */
interface Setting {
  readonly source: string;
  readonly text: string | undefined;
}

function parse(args: readonly string[]): { readonly [Name in Option]?: string } & { readonly help?: boolean } {
  const options = Object.keys(OPTIONS).map((name) => [name, { type: "string" as const }]);
  try {
    return parseArgs({ args: [...args], options: { ...Object.fromEntries(options), help: { type: "boolean" } } })
      .values;
  } catch (cause) {
    // Some messages of `parseArgs` have a second sentence about positional arguments.
    const [reason] = (cause instanceof Error ? cause.message : String(cause)).split(/\.\s/);
    const known = [...Object.keys(OPTIONS), "help"].map((name) => `--${name}`).join(", ");
    throw new UsageError(`${reason}; the options are ${known}`);
  }
}

function variableOf(option: string): string {
  return `SEGMENT_IAM_MOCK_${option.toUpperCase().replaceAll("-", "_")}`;
}

function integer(setting: Setting, largest: number): number {
  const value = /^\d+$/.test(setting.text ?? "") ? Number(setting.text) : Number.NaN;
  if (value <= largest) return value;
  throw invalid(setting, `an integer from 0 to ${largest}`);
}

function latency(setting: Setting, largest: number): CliArguments["latencyMs"] {
  const [min = NaN, max = min, ...others] = (setting.text ?? "")
    .split("-")
    .map((part) => (/^\d+$/.test(part) ? Number(part) : NaN));
  if (others.length > 0 || !(min <= max && max <= largest))
    throw invalid(setting, `an integer from 0 to ${largest}, or a range such as 50-200`);
  return min === max ? min : [min, max];
}

function rate(setting: Setting): number {
  const value = /^[\d.]+$/.test(setting.text ?? "") ? Number(setting.text) : Number.NaN;
  if (value >= 0 && value <= 1) return value;
  throw invalid(setting, "a number from 0 to 1");
}

function nonEmpty({ source, text }: Setting, hint = ""): string | undefined {
  if (text === "") throw new UsageError(`${source} must not be empty${hint}`);
  return text;
}

function origin(setting: Setting): string | undefined {
  const { text } = setting;
  if (text === undefined || text === "*" || (URL.canParse(text) && new URL(text).origin === text)) return text;
  throw invalid(setting, "an origin such as http://localhost:5173, or *");
}

function invalid({ source, text }: Setting, expected: string): UsageError {
  return new UsageError(`${source} must be ${expected}, got ${JSON.stringify(text)}`);
}
