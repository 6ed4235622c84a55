import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A library and its implementation of the page. */
export interface Contender {
  readonly name: string;
  /** The file in `contenders/`. */
  readonly file: string;
  /** How its errors, retries and invalidation differ, for the table. */
  readonly note: string;
}

export const contenders: readonly Contender[] = [
  { name: "hand-written", file: "hand-written.tsx", note: "" },
  { name: "Orval", file: "orval.tsx", note: "does not throw on 4xx" },
  { name: "Kubb", file: "kubb.tsx", note: "does not throw on 4xx" },
  { name: "openapi-react-query", file: "openapi-react-query.tsx", note: "errors without a status" },
  { name: "hey-api", file: "hey-api.tsx", note: "errors without a status" },
  { name: "segment-iam", file: "segment-iam.tsx", note: "typed errors, retry policy, invalidation" },
  { name: "segment-iam, optimistic", file: "segment-iam-optimistic.tsx", note: "optimistic update" },
];

/** The folder of the contenders' modules. Their relative imports resolve from it. */
export const contendersFolder: string = join(import.meta.dirname, "contenders");

/** Returns the source of a contender's module. */
export function readContender({ file }: Contender): string {
  return readFileSync(join(contendersFolder, file), "utf8");
}
