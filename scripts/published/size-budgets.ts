import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";

/** The maximum size of one entry, or of some of its exports. */
export interface SizeBudget {
  /** The import specifier of the entry. */
  readonly entry: string;
  /** The imported names. @default all exports */
  readonly names?: readonly string[];
  /** The maximum gzipped size of a minified bundle with all dependencies but without peer dependencies, in bytes. */
  readonly maxBytes: number;
  /** How much `maxBytes` grows with each operation above {@link OPERATIONS}, in bytes. @default 0 */
  readonly maxBytesPerOperation?: number;
}

/** The number of operations for which the budgets are set. */
const OPERATIONS = 9;

/** The budgets, about 3% above the measured sizes. Change a budget in the commit that needs it, and say why. */
export const SIZE_BUDGETS: readonly SizeBudget[] = [
  { entry: "@segment-iam/client", maxBytes: 10_500, maxBytesPerOperation: 150 },
  { entry: "@segment-iam/client", names: ["createIamClient", "listUsers", "deleteUsers"], maxBytes: 8_100 },
  { entry: "@segment-iam/client/logging", maxBytes: 2_300 },
  { entry: "@segment-iam/client/opentelemetry", maxBytes: 1_600 },
  { entry: "@segment-iam/helpers", maxBytes: 9_050 },
  { entry: "@segment-iam/helpers/pagination", maxBytes: 1_800 },
  { entry: "@segment-iam/helpers/retry", maxBytes: 3_200 },
  { entry: "@segment-iam/helpers/rate-limit", maxBytes: 4_600 },
  { entry: "@segment-iam/helpers/bulk", maxBytes: 4_850 },
  { entry: "@segment-iam/helpers/redis", maxBytes: 7_800 },
  { entry: "@segment-iam/msw", maxBytes: 20_300, maxBytesPerOperation: 400 },
  { entry: "@segment-iam/msw/workspace", maxBytes: 20_000, maxBytesPerOperation: 400 },
  { entry: "@segment-iam/msw/server", maxBytes: 21_200, maxBytesPerOperation: 400 },
  { entry: "@segment-iam/proxy", maxBytes: 18_600, maxBytesPerOperation: 150 },
  { entry: "@segment-iam/react", maxBytes: 10_200, maxBytesPerOperation: 250 },
  { entry: "@segment-iam/react", names: ["IamProvider", "useListUsers"], maxBytes: 3_600 },
  { entry: "@segment-iam/react", names: ["IamProvider", "useListUsersInfinite", "useDeleteUsers"], maxBytes: 6_000 },
  { entry: "@segment-iam/react/query", maxBytes: 6_400, maxBytesPerOperation: 250 },
  { entry: "@segment-iam/react/query", names: ["getUserOptions"], maxBytes: 3_100 },
  { entry: "@segment-iam/react/optimistic", maxBytes: 3_200 },
  { entry: "@segment-iam/react/testing", maxBytes: 30_000, maxBytesPerOperation: 650 },
];

/** A measured budget. */
export interface MeasuredSize {
  readonly entry: string;
  readonly names: readonly string[] | undefined;
  readonly maxBytes: number;
  /** The gzipped size of the bundle. */
  readonly bytes: number;
}

/** Bundles the imports of each budget from the built packages of the workspace, and measures the bundles. */
export async function measureSizes(): Promise<MeasuredSize[]> {
  const exports: Readonly<Record<string, unknown>> = await import("@segment-iam/client");
  const count = Object.values(exports).filter(isOperation).length;
  const further = Math.max(0, count - OPERATIONS);
  const sizes = SIZE_BUDGETS.map(async (budget) => {
    const maxBytes = budget.maxBytes + further * (budget.maxBytesPerOperation ?? 0);
    const bytes = gzipSync(await bundle(budget), { level: 9 }).length;
    return { entry: budget.entry, names: budget.names, maxBytes, bytes };
  });
  return Promise.all(sizes);
}

/** Returns the ids of the operations whose descriptors are in a bundle. */
export function operationsIn(code: string, ids: readonly string[]): string[] {
  const used = new Set(Array.from(code.matchAll(/\bid:\s*["'`](\w+)["'`]/g), ([, id]) => id));
  return ids.filter((id) => used.has(id));
}

/** Returns whether an export of the client is an operation. */
export function isOperation(
  value: unknown,
): value is { readonly id: string; readonly method: string; readonly path: string } {
  return typeof value === "function" && "id" in value && "path" in value;
}

/** Peer dependencies and modules of Node.js, which are not part of the size. */
const EXTERNAL = /^(?:node:|@opentelemetry\/api|@tanstack\/react-query|msw|react)(?:\/|$|\w)/;

/** Returns the minified code of a bundle with the imports of a budget. */
export async function bundle({ entry, names }: Pick<SizeBudget, "entry" | "names">): Promise<string> {
  const module = `${import.meta.dirname}/size-entry.js`;
  const exported = names ? `{ ${names.join(", ")} }` : "*";
  await using build = await rolldown({
    input: module,
    external: EXTERNAL,
    logLevel: "silent",
    plugins: [
      {
        name: "entry",
        resolveId: (id) => (id === module ? id : undefined),
        load: (id) => (id === module ? `export ${exported} from "${entry}";` : undefined),
      },
    ],
  });
  const { output } = await build.generate({ format: "esm", codeSplitting: false, minify: true });
  return output[0].code;
}
