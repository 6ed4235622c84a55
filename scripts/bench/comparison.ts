import type { Row, Table } from "./tables.ts";

/** The names of a client in the tables of `bench:client`. */
interface ClientNames {
  readonly bundle: string;
  /** The row of the bundle with paging, retry and rate limits. `note` names the added libraries. */
  readonly complete?: { readonly name: string; readonly note: string };
  readonly calls: string;
}

const clients: Readonly<Record<string, ClientNames>> = {
  "segment-iam": {
    bundle: "segment-iam",
    complete: { name: "segment-iam", note: "" },
    calls: "segment-iam + retry + rateLimit",
  },
  "openapi-fetch": {
    bundle: "openapi-fetch",
    complete: { name: "openapi-fetch + p-retry + bottleneck/light", note: ", with p-retry and bottleneck" },
    calls: "openapi-fetch",
  },
  "hey-api": { bundle: "hey-api", calls: "hey-api" },
  "Octokit request": {
    bundle: "Octokit request",
    complete: { name: "Octokit with retry, throttling, paginate-rest", note: ", with its plugins" },
    calls: "Octokit request",
  },
  ky: { bundle: "ky (with built-in retry)", calls: "ky" },
  axios: { bundle: "axios", calls: "axios" },
  "vendor SDK": { bundle: "vendor SDK", calls: "vendor SDK" },
};

/** The features that each library lacks. This list is hand-written, because `bench:react` does not measure features. */
const missingFeatures: Readonly<Record<string, string>> = {
  "segment-iam": "",
  "hey-api": "retry policy, invalidation, HTTP status of errors",
  "openapi-react-query": "retry policy, invalidation, HTTP status of errors",
  Kubb: "retry policy, invalidation, HTTP status of errors, rejection on 4xx",
  Orval: "retry policy, invalidation, HTTP status of errors, rejection on 4xx",
};

/** Summarizes the tables of `bench:client`, one row for each client. */
export function compareClients(tables: readonly Table[]): Row[] {
  return Object.entries(clients).map(([client, { bundle, complete, calls }]) => {
    const completeBytes = complete && find(tables, "Bundle: list all pages", complete.name, "gzip");
    return {
      client,
      "list + delete": kilobytes(find(tables, "Bundle: list + delete", bundle, "gzip")),
      "with paging, retry, rate limits": completeBytes ? `${kilobytes(completeBytes)}${complete.note}` : "-",
      "32 parallel calls": ratio(find(tables, "Call rate, real socket, 32 concurrent", calls, "ratio")),
      "calls without network": ratio(find(tables, "Call rate, stubbed fetch", calls, "ratio")),
      types: find(tables, "Types:", client, "instantiations") ?? "-",
    };
  });
}

/** Summarizes the tables of `bench:react`, one row for each library. */
export function compareHooks(tables: readonly Table[]): Row[] {
  return Object.entries(missingFeatures).map(([hooks, lacks]) => ({
    hooks,
    "infinite list + delete": kilobytes(find(tables, "Bundle: infinite list + delete", hooks, "gzip")),
    types: find(tables, "Types:", hooks, "instantiations") ?? "-",
    lacks,
  }));
}

/** Returns a cell of the first table whose title starts with `title`. The first column names the rows. */
function find(tables: readonly Table[], title: string, name: string, column: string): Row[string] | undefined {
  const rows = tables.find((table) => table.title.startsWith(title))?.rows ?? [];
  return rows.find((row) => Object.values(row)[0] === name)?.[column];
}

function kilobytes(bytes: Row[string] | undefined): string {
  if (bytes === undefined) return "-";
  const kb = Number(bytes) / 1_000;
  return `${kb.toFixed(kb < 100 ? 1 : 0)} kB`;
}

function ratio(value: Row[string] | undefined): string {
  return value === undefined ? "-" : Number(value).toFixed(2);
}
