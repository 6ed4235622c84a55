export { bulk, type BulkOptions, type ListItemOf } from "./bulk/bulk.ts";
export { bulkEach } from "./bulk/bulk-each.ts";
export type { BulkFailure, BulkProgress, BulkReport, BulkRun, BulkRunOptions, BulkSettlement } from "./bulk/types.ts";
export { systemClock, type Clock } from "./clock.ts";
