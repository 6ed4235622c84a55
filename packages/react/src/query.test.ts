import { expect, it, vi } from "vitest";

it("loads without React and TanStack Query, so that server components can import it", async () => {
  const loaded: string[] = [];
  for (const name of ["react", "@tanstack/react-query"]) {
    vi.doMock(name, (original) => {
      loaded.push(name);
      return original();
    });
  }
  await import("./query.ts");
  expect(loaded).toEqual([]);
  await import("./index.ts");
  expect(loaded).toContain("react");
});
