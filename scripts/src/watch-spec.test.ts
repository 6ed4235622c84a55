import { join } from "node:path";

import { expect, it, vi } from "vitest";

import { run } from "./run.ts";
import { SPEC } from "./test-utils/documents/spec-text.ts";
import { temporaryTree } from "./test-utils/temporary-tree.ts";
import { watchSpec } from "./watch-spec.ts";

it("keeps watching after an invalid document and generates again once it is valid", async () => {
  using tree = temporaryTree({ "spec.yaml": SPEC });
  const spec = join(tree.root, "spec.yaml");
  const exitCodes: number[] = [];
  const log = vi.fn<(message: string) => void>();
  const generate = async () => {
    const result = await run({ spec, out: tree.root, check: false });
    exitCodes.push(result.exitCode);
    return result;
  };
  const stop = watchSpec(spec, generate, log);
  try {
    await vi.waitFor(() => expect(exitCodes.at(-1)).toBe(0), 10_000);
    expect(log).not.toHaveBeenCalled();
    tree.write("spec.yaml", "openapi: [");
    await vi.waitFor(() => expect(exitCodes.at(-1)).toBe(1), 10_000);
    log.mockClear();
    tree.write("spec.yaml", SPEC);
    await vi.waitFor(() => expect(log).toHaveBeenCalledWith(expect.stringContaining("valid again")), 10_000);
    expect(exitCodes.at(-1)).toBe(0);
  } finally {
    stop();
  }
});

it("keeps watching after generate throws", async () => {
  using tree = temporaryTree({ "spec.yaml": "" });
  const log = vi.fn<(message: string) => void>();
  const generate = vi.fn<() => Promise<{ exitCode: number }>>().mockRejectedValueOnce(new Error("unexpected"));
  const stop = watchSpec(join(tree.root, "spec.yaml"), generate, log);
  try {
    await vi.waitFor(() => expect(log).toHaveBeenCalledWith(expect.stringContaining("unexpected")));
    generate.mockResolvedValue({ exitCode: 0 });
    tree.write("spec.yaml", "changed");
    await vi.waitFor(() => expect(log).toHaveBeenCalledWith(expect.stringContaining("valid again")), 10_000);
  } finally {
    stop();
  }
});
