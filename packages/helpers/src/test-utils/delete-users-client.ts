import type { IamClient } from "@segment-iam/client";
import type { BulkReport } from "../bulk/bulk-report.ts";
import { fakeClient, success } from "./fake-client.ts";

/** The ids that a request removes. */
export const idsOf = (request: Request): string[] => [...new URL(request.url).searchParams.values()];

/** As many ids. */
export const createIds = (count: number): string[] => Array.from({ length: count }, (_, index) => `id${index}`);

/** A client whose answer depends on what is removed, and what it was asked to remove so far. */
export function deleteUsersClient(answer: (ids: string[]) => Response | Promise<Response> = () => success()): {
  readonly iam: IamClient;
  readonly requests: string[][];
} {
  const requests: string[][] = [];
  const iam = fakeClient((request) => {
    requests.push(idsOf(request));
    return answer(idsOf(request));
  });
  return { iam, requests };
}

/** A report of nothing. */
export const emptyReport: BulkReport<string> = {
  succeeded: [],
  rejected: [],
  unknown: [],
  notAttempted: [],
  stopReason: undefined,
};
