import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { regions } from "./client-options.ts";

it("knows the servers of the spec, and no others", () => {
  const spec = readFileSync(new URL("../../../spec/iam-users.yaml", import.meta.url), "utf8");
  const servers = /^servers:\n((?: .*\n)+)/m.exec(spec)?.[1] ?? "";
  expect(Array.from(servers.matchAll(/url: "?(\S+?)"?$/gm), ([, url]) => url)).toEqual(Object.values(regions));
});
