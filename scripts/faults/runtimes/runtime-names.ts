/** Where the packages have to work. */
export const runtimeNames = ["node20", "node22", "node24", "node26", "bun", "deno", "workerd", "chromium"] as const;

/** One of them. */
export type RuntimeName = (typeof runtimeNames)[number];
