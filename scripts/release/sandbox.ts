import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A directory with its own home and npm configuration, in which commands run. */
export interface Sandbox {
  readonly directory: string;
  /**
   * Runs a command in a directory of the sandbox, and returns its output.
   *
   * @throws {CommandError} if the command fails
   */
  readonly run: (directory: string, command: string, ...args: readonly string[]) => Promise<string>;
  /** The environment variables of commands. */
  readonly environment: NodeJS.ProcessEnv;
}

/** Thrown when a command fails. */
export class CommandError extends Error {
  override readonly name = "CommandError";
  /** The standard output and the standard error. */
  readonly output: string;

  constructor(command: string, output: string) {
    super(`${command} failed:\n${output}`);
    this.output = output;
  }
}

/**
 * Creates a sandbox in a directory.
 *
 * npm and pnpm install and publish packages of the scope `@segment-iam` at `registryUrl`. They install all other packages from the
 * registry of the user, and share the caches of the user.
 */
export function createSandbox(directory: string, registryUrl: string): Sandbox {
  const home = join(directory, "home");
  mkdirSync(home, { recursive: true });
  const { host } = new URL(registryUrl);
  // npm and pnpm publish only with a token. The registry accepts any token.
  const lines = [
    `registry=${configOf("npm", "registry")}`,
    `@segment-iam:registry=${registryUrl}`,
    `//${host}/:_authToken=rehearsal`,
  ];
  writeFileSync(join(home, ".npmrc"), `${lines.join("\n")}\n`);
  writeFileSync(join(home, ".gitconfig"), "[user]\n\tname = Rehearsal\n\temail = rehearsal@example.com\n");
  const inherited = Object.entries(process.env).filter(([name]) => !/^(p?npm|turbo|vitest|node_options)_?/i.test(name));
  const environment = {
    ...Object.fromEntries(inherited),
    HOME: home,
    XDG_CONFIG_HOME: join(home, ".config"),
    CI: "true",
    TURBO_TELEMETRY_DISABLED: "1",
    npm_config_cache: configOf("npm", "cache"),
    npm_config_audit: "false",
    npm_config_fund: "false",
    npm_config_update_notifier: "false",
    pnpm_config_store_dir: execFileSync("pnpm", ["store", "path"], { encoding: "utf8" }).trim(),
  };
  return {
    directory,
    environment,
    run: (cwd, command, ...args) => run(command, args, cwd, environment),
  };
}

function configOf(program: string, key: string): string {
  return execFileSync(program, ["config", "get", key], { encoding: "utf8" }).trim();
}

function run(command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8");
    stream.on("data", (chunk: string) => (output += chunk));
  }
  child.on("error", reject);
  child.on("close", (code) =>
    code === 0 ? resolve(output) : reject(new CommandError(`${command} ${args.join(" ")}`, output)),
  );
  return promise;
}
