import { join } from "node:path";

import { expect, it, vi } from "vitest";

import { run } from "./run.ts";
import { SPEC } from "./test-utils/spec-text.ts";
import { temporaryTree } from "./test-utils/temporary-tree.ts";
import { watchSpec } from "./watch-spec.ts";

it("continues after a wrong document, and generates again when it is corrected", async () => {
  using tree = temporaryTree({ "spec.yaml": SPEC });
  const spec = join(tree.root, "spec.yaml");
  const exitCodes: number[] = [];
  const announce = vi.fn<(message: string) => void>();
  const generate = async () => {
    const result = await run({ spec, out: tree.root, check: false });
    exitCodes.push(result.exitCode);
    return result;
  };
  const stop = watchSpec(spec, generate, announce);
  try {
    await vi.waitFor(() => expect(exitCodes.at(-1)).toBe(0), 10_000);
    expect(announce).not.toHaveBeenCalled();
    tree.write("spec.yaml", "openapi: [");
    await vi.waitFor(() => expect(exitCodes.at(-1)).toBe(1), 10_000);
    announce.mockClear();
    tree.write("spec.yaml", SPEC);
    await vi.waitFor(() => expect(announce).toHaveBeenCalledWith(expect.stringContaining("valid again")), 10_000);
    expect(exitCodes.at(-1)).toBe(0);
  } finally {
    stop();
  }
});

it("continues after an unexpected error", async () => {
  using tree = temporaryTree({ "spec.yaml": "" });
  const announce = vi.fn<(message: string) => void>();
  const generate = vi.fn<() => Promise<{ exitCode: number }>>().mockRejectedValueOnce(new Error("A mistake"));
  const stop = watchSpec(join(tree.root, "spec.yaml"), generate, announce);
  try {
    await vi.waitFor(() => expect(announce).toHaveBeenCalledWith(expect.stringContaining("A mistake")));
    generate.mockResolvedValue({ exitCode: 0 });
    tree.write("spec.yaml", "changed");
    await vi.waitFor(() => expect(announce).toHaveBeenCalledWith(expect.stringContaining("valid again")), 10_000);
  } finally {
    stop();
  }
});
