import { deleteUsers } from "@segment-iam/client";
import { useBulk, useRateLimit } from "@segment-iam/react";

export interface BulkRemovalProps {
  readonly userIds: readonly string[];
  readonly onEnd: () => void;
}

export function BulkRemoval({ userIds, onEnd }: BulkRemovalProps) {
  const { start, status, progress, result } = useBulk(deleteUsers);
  const { remaining, limit } = useRateLimit(deleteUsers);
  const removeAll = async () => {
    await start(userIds);
    onEnd();
  };
  return (
    <section aria-label="Selection">
      <button disabled={userIds.length === 0 || status === "running"} onClick={removeAll}>
        Remove selected
      </button>
      {progress && <progress value={progress.done} max={progress.total} />}
      {result && (
        <output>
          Removed {result.succeeded.length} of {progress?.total}
        </output>
      )}
      <p>
        {remaining} of {limit} removals left
      </p>
    </section>
  );
}
