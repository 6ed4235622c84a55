import { dirname, join } from "node:path";
import type { Plugin } from "vite";

const sources = join(import.meta.dirname, "packages/msw/src");
const original = join(sources, "create-mock-workspace.ts");
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
      if (importer === undefined || join(dirname(importer), id) !== original) return undefined;
      // Vite caches modules by path, so the two modules need different paths.
      return importer === checked ? `${original}?unchecked` : checked;
    },
  };
}
