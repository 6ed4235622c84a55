export * from "./bulk.ts";
export * from "./pagination.ts";
export * from "./rate-limit.ts";
export * from "./retry.ts";
