import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";

/** What is about to be replaced. It is written before the first file is, so that whoever finds it knows what to put back. */
interface Journal {
  files: { path: string; wasThere: boolean; digest?: string }[];
  /** The directories that were made, the outermost first. */
  directories: string[];
}

/**
 * The place below `root` where everything is written first: hidden, and on the same disk, so that a file gets from there to
 * where it belongs in one step.
 */
export function stagingPlace(root: string): string {
  const modules = join(root, "node_modules");
  const device = statSync(modules, { throwIfNoEntry: false })?.dev;
  const isBeside = device !== undefined && device === statSync(root).dev;
  return isBeside ? join(modules, ".cache/generate") : join(root, ".generate");
}

/** Files to be replaced together: each as it was and as it will be. */
export class Staging {
  readonly #root: string;
  readonly #directory: string;

  /** `name` is the id of the process that writes. */
  constructor(root: string, name: string) {
    this.#root = root;
    this.#directory = join(stagingPlace(root), name);
  }

  /** Writes down what is to be replaced. From here on, `restore` brings it back. */
  prepare(changes: readonly { path: string; before?: string; after?: string }[]): void {
    const directories = new Set(changes.flatMap(({ path }) => missingDirectories(this.#root, dirname(path))));
    mkdirSync(this.#directory, { recursive: true });
    for (const [index, { before, after }] of changes.entries()) {
      if (before !== undefined) writeFileSync(this.#file("before", index), before);
      if (after !== undefined) writeFileSync(this.#file("after", index), after);
    }
    const files = changes.map(({ path, before, after }) => ({
      path,
      wasThere: before !== undefined,
      ...(after !== undefined && { digest: digestOf(after) }),
    }));
    const journal: Journal = { files, directories: [...directories] };
    writeFileSync(join(this.#directory, "journal.tmp"), JSON.stringify(journal));
    renameSync(join(this.#directory, "journal.tmp"), this.#journal);
  }

  /** Puts everything in its place. */
  apply(): void {
    const { files, directories } = this.#read();
    for (const directory of directories) mkdirSync(join(this.#root, directory));
    for (const [index, { path }] of files.entries()) {
      if (existsSync(this.#file("after", index))) renameSync(this.#file("after", index), join(this.#root, path));
      else rmSync(join(this.#root, path));
    }
  }

  /** Puts everything back as it was, however much of it had been replaced. What someone has edited since is left alone. */
  restore(): void {
    if (!existsSync(this.#journal)) return;
    const { files, directories } = this.#read();
    for (const [index, { path, wasThere, digest }] of files.entries()) {
      const target = join(this.#root, path);
      if (digestOfFile(target) !== digest) continue;
      if (!wasThere) rmSync(target, { force: true });
      else if (existsSync(this.#file("before", index))) renameSync(this.#file("before", index), target);
    }
    for (const directory of directories.toReversed()) removeIfEmpty(join(this.#root, directory));
  }

  /** Forgets everything: what is in place stays. */
  discard(): void {
    // The journal first: without it the rest means nothing.
    rmSync(this.#journal, { force: true });
    rmSync(this.#directory, { recursive: true, force: true });
    removeIfEmpty(dirname(this.#directory));
  }

  get #journal(): string {
    return join(this.#directory, "journal.json");
  }

  #file(kind: "before" | "after", index: number): string {
    return join(this.#directory, `${index}.${kind}`);
  }

  #read(): Journal {
    return JSON.parse(readFileSync(this.#journal, "utf8")) as Journal;
  }
}

/** The directories of a path that are not there yet, the outermost first. */
function missingDirectories(root: string, path: string): string[] {
  if (path === "." || existsSync(join(root, path))) return [];
  return [...missingDirectories(root, dirname(path)), path];
}

/** Nothing for what is no file. */
function digestOfFile(path: string): string | undefined {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? digestOf(readFileSync(path)) : undefined;
}

function digestOf(contents: string | Buffer): string {
  return createHash("sha256").update(contents).digest("hex");
}

function removeIfEmpty(directory: string): void {
  if (existsSync(directory) && readdirSync(directory).length === 0) rmdirSync(directory);
}
