import { join } from "node:path";

import { expect, it, vi } from "vitest";

import { run } from "./run.ts";
import { SPEC } from "./test-utils/spec-text.ts";
import { temporaryTree } from "./test-utils/temporary-tree.ts";
import { watchSpec } from "./watch-spec.ts";

it("survives a broken document, and says when it is good again", async () => {
  using tree = temporaryTree({ "spec.yaml": SPEC });
  const spec = join(tree.root, "spec.yaml");
  const messages: string[] = [];
  const generate = async () => {
    const result = await run({ spec, out: tree.root, check: false });
    messages.push(result.message);
    return result;
  };
  const stop = watchSpec(spec, generate, (message) => void messages.push(message));
  try {
    await vi.waitFor(() => expect(messages).toEqual([expect.stringMatching(/^\d+ files generated/)]), 10_000);
    messages.length = 0;
    tree.write("spec.yaml", "openapi: [");
    await vi.waitFor(() => expect(messages.at(-1)).toBe("Waiting for spec.yaml to change."), 10_000);
    expect(messages[0]?.replace(tree.root, "")).toMatch(/^\/?spec\.yaml:1:\d+: .*\nNothing was written\.$/s);
    messages.length = 0;
    tree.write("spec.yaml", SPEC);
    await vi.waitFor(() => expect(messages.at(-1)).toBe("spec.yaml is good again."), 10_000);
  } finally {
    stop();
  }
});

it("goes on after an error that nobody expected", async () => {
  using tree = temporaryTree({ "spec.yaml": "" });
  const announce = vi.fn<(message: string) => void>();
  const generate = vi.fn<() => Promise<{ exitCode: number }>>().mockRejectedValueOnce(new Error("A mistake"));
  const stop = watchSpec(join(tree.root, "spec.yaml"), generate, announce);
  try {
    await vi.waitFor(() => expect(announce).toHaveBeenCalledWith(expect.stringContaining("A mistake")));
    generate.mockResolvedValue({ exitCode: 0 });
    tree.write("spec.yaml", "changed");
    await vi.waitFor(() => expect(announce).toHaveBeenCalledWith("spec.yaml is good again."), 10_000);
  } finally {
    stop();
  }
});
