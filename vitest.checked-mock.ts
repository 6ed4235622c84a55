import { join } from "node:path";
import type { Plugin } from "vite";

const sources = join(import.meta.dirname, "packages/msw/src");
const checked = join(sources, "test-utils/checked-workspace.ts");

/**
 * Makes all tests use a mock workspace that checks each of its responses against the spec.
 *
 * Other packages then test against the sources of `@segment-iam/msw` instead of its build.
 */
export function checkedMock(): Plugin {
  return {
    name: "checked-mock",
    enforce: "pre",
    resolveId(id, importer) {
      const [isMock, entry = "index"] = /^@segment-iam\/msw(?:\/(server|workspace))?$/.exec(id) ?? [];
      if (isMock) return join(sources, `${entry}.ts`);
      return id.endsWith("/create-mock-workspace.ts") && importer !== checked ? checked : undefined;
    },
  };
}
