import { pathParameterNames, type OperationDescriptor } from "@segment-iam/client";
import type { ProxiedCall } from "./proxied-call.ts";

/** The maximum number of ids in an event. A URL has room for about 500 ids, so only a body can contain more than the maximum. */
const MAX_IDS = 1_000;

/** The maximum length of a text in an event. User IDs have at most 255 characters. */
const MAX_LENGTH = 256;

/** The members that identify an object in a list, such as the `email` of an invite. */
const ID_MEMBERS = ["id", "email"] as const;

/** The record of one request, as JSON data of at most a few hundred kilobytes. Contains no token, no body and no query. */
export interface AuditEvent {
  /** When the request arrived, as ISO 8601 text. */
  readonly time: string;
  /** The id in the header `x-request-id` of the response. It comes from the request if that has a valid id. */
  readonly requestId: string;
  /** The user, if `authorize` returned one. */
  readonly actor?: string;
  /** The HTTP method. */
  readonly method: string;
  /** The id of the operation; missing if no allowed operation matched. */
  readonly operation?: string;
  /**
   * The path parameters, and the lists that the operation changes, by input name: `{ userIds: ["u1", "u2"] }`. An object in a
   * list is recorded as its `id` or `email`. Longer texts are cut at 256 characters.
   */
  readonly ids: Readonly<Record<string, readonly string[]>>;
  /** The number of ids that are missing because there were more than 1,000. */
  readonly omittedIds: number;
  /** The status of the response; 499 if the caller aborted the request. */
  readonly status: number;
  /** The time from the arrival of the request to the response, in milliseconds. */
  readonly durationMs: number;
}

/** Creates the event of a request. */
export function createAuditEvent(call: ProxiedCall, status: number): AuditEvent {
  const { requestId, startMs, method, match, actor } = call;
  const durationMs = Math.round((performance.now() - startMs) * 1_000) / 1_000;
  return {
    time: new Date(Date.now() - durationMs).toISOString(),
    requestId,
    ...(actor !== undefined && { actor: shorten(actor) }),
    method: shorten(method),
    ...(match && { operation: match.operation.id }),
    ...collectIds(call),
    status,
    durationMs,
  };
}

/** Collects the ids in the input of a call. The descriptor of the operation defines which inputs are ids. */
function collectIds({ match, input, redact }: ProxiedCall): Pick<AuditEvent, "ids" | "omittedIds"> {
  const ids: [name: string, values: string[]][] = [];
  let omittedIds = 0;
  let left = MAX_IDS;
  for (const name of match ? idInputs(match.operation) : []) {
    const value = match?.pathParameters[name] ?? input?.[name];
    const all = [value].flat().flatMap(idOf);
    const kept = all.slice(0, left);
    left -= kept.length;
    omittedIds += all.length - kept.length;
    if (kept.length > 0) ids.push([name, kept.map((id) => shorten(redact(id)))]);
  }
  return { ids: Object.fromEntries(ids), omittedIds };
}

/** Cuts a text at the maximum length of an event. */
function shorten(text: string): string {
  return text.slice(0, MAX_LENGTH);
}

/** Caches the result of `idInputs` for each operation. */
const idInputsOf = new WeakMap<OperationDescriptor, readonly string[]>();

/** Returns the names of the inputs that have ids: path parameters and the lists that the operation changes. */
function idInputs(operation: OperationDescriptor): readonly string[] {
  const known = idInputsOf.get(operation);
  if (known) return known;
  const { path, bulkField = [], changedItems = {}, invalidates = {} } = operation;
  const names = new Set([
    ...pathParameterNames(path),
    ...[bulkField].flat(),
    ...Object.values(changedItems).map(({ input }) => input),
    ...Object.values(invalidates).flatMap((inputs) => Object.values(inputs)),
  ]);
  idInputsOf.set(operation, [...names]);
  return [...names];
}

function idOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  const members: Partial<Record<string, unknown>> = Object(value);
  const id = ID_MEMBERS.map((name) => members[name]).find((member) => typeof member === "string");
  return typeof id === "string" ? [id] : [];
}
