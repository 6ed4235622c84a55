import type { BulkOperationId, Operation } from "@segment-iam/client";
import { bulk, type BulkProgress, type BulkReport, type BulkRun, type ListItemOf } from "@segment-iam/helpers/bulk";
import { useIamClient } from "@segment-iam/react";
import { iamKey } from "@segment-iam/react/query";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useState, useSyncExternalStore } from "react";

/** Bulk work, as a component sees it. */
export interface BulkWork<Item> {
  /** How far it has come; `undefined` before it starts. */
  readonly progress: BulkProgress | undefined;
  /** What became of the list; `undefined` until it has ended. */
  readonly report: BulkReport<Item> | undefined;
  /** Starts on a list; answers with the report. */
  start(list: readonly Item[]): Promise<BulkReport<Item>>;
  pause(): void;
  resume(): void;
  /** Ends it early. What was done stays done. */
  abort(): void;
  /** Forgets an ended run. */
  reset(): void;
}

/** Carries an operation out for a list; once it has ended, nothing that was loaded before is taken for current. */
export function useBulkRun<Id extends BulkOperationId>(operation: Operation<Id>): BulkWork<ListItemOf<Id>> {
  const client = useIamClient();
  const queryClient = useQueryClient();
  const [run, setRun] = useState<BulkRun<ListItemOf<Id>>>();
  const [report, setReport] = useState<BulkReport<ListItemOf<Id>>>();
  const subscribe = useCallback((listener: () => void) => run?.subscribe(listener) ?? (() => {}), [run]);
  const progress = useSyncExternalStore(subscribe, () => run?.progress);
  return {
    progress,
    report,
    async start(list) {
      const run = bulk(operation, client, list);
      setReport(undefined);
      setRun(run);
      const report = await run.result;
      setReport(report);
      void queryClient.invalidateQueries({ queryKey: iamKey(client) });
      return report;
    },
    pause: () => run?.pause(),
    resume: () => run?.resume(),
    abort: () => run?.abort(new DOMException("Stopped by hand", "AbortError")),
    reset() {
      setRun(undefined);
      setReport(undefined);
    },
  };
}
