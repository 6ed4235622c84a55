export { bulk, type BulkOptions, type ListItemOf } from "./bulk/bulk.ts";
export { bulkEach } from "./bulk/bulk-each.ts";
export type { BulkRun } from "./bulk/bulk-run.ts";
export type { BulkRunOptions } from "./bulk/bulk-run-options.ts";
export type { BulkFailure, BulkProgress, BulkReport, BulkSettlement } from "./bulk/bulk-report.ts";
export { systemClock, type Clock } from "./clock.ts";
