import { readFileSync } from "node:fs";
import { join } from "node:path";

/** One way to write the same page, and what a bundle of it has. */
export interface Contender {
  readonly name: string;
  /** Its module in `contenders/`. */
  readonly file: string;
  /** Of: errors with a status and a type, a retry policy, refetching what a write changed without being told. */
  readonly has: string;
}

export const contenders: readonly Contender[] = [
  { name: "by hand", file: "by-hand.tsx", has: "" },
  { name: "Orval", file: "orval.tsx", has: "does not throw on 4xx" },
  { name: "Kubb", file: "kubb.tsx", has: "does not throw on 4xx" },
  { name: "openapi-react-query", file: "openapi-react-query.tsx", has: "errors without a status" },
  { name: "hey-api", file: "hey-api.tsx", has: "errors without a status" },
  { name: "ours", file: "ours.tsx", has: "typed errors, retry policy, invalidation" },
  { name: "ours, optimistic", file: "ours-optimistic.tsx", has: "shows the removal before the answer, and undoes it" },
];

/** The folder of the contenders' modules, which their imports of one another start from. */
export const contendersFolder: string = join(import.meta.dirname, "contenders");

/** The page's module. */
export function codeOf({ file }: Contender): string {
  return readFileSync(join(contendersFolder, file), "utf8");
}
