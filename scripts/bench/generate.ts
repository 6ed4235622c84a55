import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { parse } from "yaml";
import { findProgram, installPeers } from "./install-peers.ts";
import { measureProcess, type ProcessUsage } from "./measure-process.ts";
import { median } from "./quantile.ts";
import { readPositiveInteger } from "./read-options.ts";
import { printTable } from "./tables.ts";
import { REPOSITORY } from "../src/repository.ts";

/**
 * Compares the time and memory of code generation with other generators (the peers), from the command to the written files.
 *
 * Contenders take turns, because the speed of a machine drifts. Prints medians. A run should take at most 1.5 times as long as
 * openapi-typescript, but the script does not check this.
 *
 * Options: `--rounds N` sets the number of turns, `--small` skips GitHub's document.
 */
const { values } = parseArgs({
  options: { rounds: { type: "string", default: "5" }, small: { type: "boolean", default: false } },
});
const rounds = readPositiveInteger("--rounds", values.rounds);
const peers = installPeers({
  "openapi-typescript": "7.13.0",
  "@hey-api/openapi-ts": "0.99.0",
  "@octokit/openapi": "23.0.2",
  orval: "8.20.0",
  typescript: "5.9.3",
});
const folder = mkdtempSync(join(tmpdir(), "bench-generate-"));

interface Contender {
  readonly name: string;
  /** Returns the program and its arguments for Node. */
  readonly command: (spec: string, out: string) => readonly string[];
}

const cli = join(REPOSITORY, "scripts/src/cli.ts");
const contenders: readonly Contender[] = [
  {
    name: "openapi-typescript",
    command: (spec, out) => [findProgram(peers, "openapi-typescript"), spec, "-o", join(out, "types.ts")],
  },
  {
    name: "segment-iam",
    command: (spec, out) => [cli, "--spec", spec, "--out", out, "--skip-unsupported"],
  },
  {
    name: "hey-api",
    command: (spec, out) => [findProgram(peers, "@hey-api/openapi-ts"), "-f", heyApiConfig(spec, out)],
  },
  { name: "Orval", command: (spec, out) => [findProgram(peers, "orval"), "--config", orvalConfig(spec, out)] },
];

const documents = [{ name: "IAM Users", spec: iamAsJson(), rounds }];
if (!values.small) {
  documents.push({ name: "GitHub", spec: githubDocument(), rounds: Math.min(rounds, 3) });
}

for (const { name, spec, rounds } of documents) {
  const results = new Map<string, ProcessUsage[]>(contenders.map((contender) => [contender.name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const contender of contenders) {
      const out = join(folder, contender.name);
      rmSync(out, { recursive: true, force: true });
      mkdirSync(out, { recursive: true });
      try {
        results.get(contender.name)?.push(await measureProcess(contender.command(spec, out), folder));
      } catch (error) {
        console.error(
          `${contender.name} failed on ${name}: ${error instanceof Error ? error.message.slice(0, 600) : error}`,
        );
      }
    }
  }
  print(name, results);
}
rmSync(folder, { recursive: true });

function print(document: string, results: ReadonlyMap<string, readonly ProcessUsage[]>): void {
  const openapiTypescript = median(results.get("openapi-typescript")?.map(({ seconds }) => seconds) ?? []);
  const rows = Array.from(results, ([name, usages]) => {
    const seconds = median(usages.map((usage) => usage.seconds));
    return {
      generator: name,
      seconds: seconds.toFixed(2),
      "x openapi-typescript": (seconds / openapiTypescript).toFixed(2),
      MB: Math.round(median(usages.map((usage) => usage.megabytes))),
      runs: usages.length,
    };
  });
  printTable(`Code generation: ${document}`, rows);
}

/** Converts the document to JSON, so that the benchmark excludes YAML parsers. */
function iamAsJson(): string {
  const file = join(folder, "iam-users.json");
  writeFileSync(file, JSON.stringify(parse(readFileSync(join(REPOSITORY, "spec/iam-users.yaml"), "utf8"))));
  return file;
}

function githubDocument(): string {
  const [file] = globSync("node_modules/@octokit/openapi/generated/api.github.com.json", { cwd: peers });
  if (file === undefined) throw new Error("@octokit/openapi has no file generated/api.github.com.json");
  const copy = join(folder, "github.json");
  cpSync(join(peers, file), copy);
  return copy;
}

function heyApiConfig(spec: string, out: string): string {
  const plugins = ["@hey-api/typescript", "@hey-api/sdk", "@hey-api/client-fetch", "@tanstack/react-query"];
  return writeConfig("hey-api.config.mjs", { input: spec, output: out, plugins, logs: { level: "silent" } });
}

function orvalConfig(spec: string, out: string): string {
  const output = { target: join(out, "api.ts"), client: "react-query", httpClient: "fetch", mock: true };
  return writeConfig("orval.config.mjs", { api: { input: { target: spec }, output } });
}

function writeConfig(name: string, config: object): string {
  const file = join(folder, name);
  writeFileSync(file, `export default ${JSON.stringify(config)};\n`);
  return file;
}
