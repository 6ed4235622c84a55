import type { IamClient } from "@segment-iam/client";
import type { BulkReport } from "../bulk/types.ts";
import { fakeClient, success } from "./fake-client.ts";

/** Returns the ids in the query of a `deleteUsers` request. */
export const idsOf = (request: Request): string[] => [...new URL(request.url).searchParams.values()];

/** Creates `count` ids: `id0`, `id1` and so on. */
export const createIds = (count: number): string[] => Array.from({ length: count }, (_, index) => `id${index}`);

/** Creates a client that records the ids of each request. `respond` creates the response from these ids. */
export function deleteUsersClient(respond: (ids: string[]) => Response | Promise<Response> = () => success()): {
  readonly iam: IamClient;
  readonly requests: string[][];
} {
  const requests: string[][] = [];
  const iam = fakeClient((request) => {
    requests.push(idsOf(request));
    return respond(idsOf(request));
  });
  return { iam, requests };
}

/** The report of an empty list. */
export const emptyReport: BulkReport<string> = {
  succeeded: [],
  alreadyDone: [],
  rejected: [],
  unknown: [],
  notAttempted: [],
  stopReason: undefined,
};
