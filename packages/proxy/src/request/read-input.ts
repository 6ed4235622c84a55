import type { OperationDescriptor } from "@segment-iam/client";
import { contentMediaType } from "../media-type.ts";
import { Refusal } from "../refusal.ts";
import type { Route } from "./match-route.ts";
import { readBody } from "./read-body.ts";
import { readQuery } from "./read-query.ts";

/** An operation's flat input, as its call takes it. Nothing checked its types, and whatever comes from the query is text. */
export type ProxyInput = Readonly<Record<string, unknown>>;

/**
 * Reads all that an operation takes from a request; nothing else of the request goes upstream.
 *
 * @throws {Refusal} for input that the operation does not have, and for a body that is too large or is not JSON.
 */
export async function readInput(
  request: Request,
  { operation, path }: Route,
  maxBodyBytes: number,
): Promise<ProxyInput> {
  const query = {
    ...readQuery(new URL(request.url).searchParams, operation.query ?? []),
    ...readHeaders(request.headers, operation.header ?? []),
  };
  const { list } = operation;
  if (list !== undefined && operation.query?.includes(list) && !Array.isArray(query[list]))
    throw badRequest(list in query ? `${list} is not a list` : `${list} is missing; give at least ${list}.0`);
  if (operation.body === undefined) return { ...query, ...path };
  const body = await readJson(request, operation, maxBodyBytes);
  if (operation.body === "body") return { ...query, ...path, body };
  return { ...readMembers(operation, body, Object.keys(path)), ...query, ...path };
}

/** The headers that are inputs of the operation; no other passes. */
function readHeaders(headers: Headers, names: readonly string[]): ProxyInput {
  const found = names.map((name): [string, string | null] => [name, headers.get(name)]);
  return Object.fromEntries(found.filter(([, value]) => value !== null));
}

/** The body's value; `undefined` when there is no body. */
async function readJson(
  request: Request,
  { contentType }: OperationDescriptor,
  maxBodyBytes: number,
): Promise<unknown> {
  // Also where the body is empty: this keeps out the requests that a page of another site can send without asking.
  if (contentMediaType(request.headers.get("content-type"), contentType) === undefined) {
    throw new Refusal(415, "unsupported-media-type", "The content-type is not one of the API's");
  }
  const text = await readBody(request, maxBodyBytes);
  try {
    return text === "" ? undefined : JSON.parse(text);
  } catch {
    throw badRequest("The body is not JSON");
  }
}

/** The members of a body; one named like a parameter in the path or in the query would be taken for it. */
function readMembers(operation: OperationDescriptor, body: unknown, path: readonly string[]): ProxyInput {
  if (body === undefined) return {};
  if (typeof body !== "object" || body === null || Array.isArray(body))
    throw badRequest("The body is not a JSON object");
  const members: ProxyInput = { ...body };
  const taken = [...path, ...(operation.query ?? []), ...(operation.header ?? [])].find((name) =>
    Object.hasOwn(members, name),
  );
  if (taken !== undefined) throw badRequest(`${taken} does not belong in the body`);
  return members;
}

function badRequest(message: string): Refusal {
  return new Refusal(400, "bad-request", message);
}
