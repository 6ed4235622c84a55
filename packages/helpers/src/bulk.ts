export { bulk, type BulkOptions, type BulkRun, type ListItemOf } from "./bulk/bulk.ts";
export type { BulkFailure, BulkProgress, BulkReport } from "./bulk/bulk-report.ts";
export { systemClock, type Clock } from "./clock.ts";
