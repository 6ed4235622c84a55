import { ConfigError } from "./errors/request-errors.ts";
import { defaultRegion, regions, requiresToken } from "./generated/servers.ts";
import type { Interceptor } from "./interceptor.ts";
import { readHeaders, type HeadersInput } from "./request/read-headers.ts";
import { checkToken, type Token } from "./token.ts";

/** A region of the API. */
export type Region = keyof typeof regions;

/** A stability level of the API. */
export type ApiVersion = "v1" | "v1beta" | "v1alpha";

/** Options of `createIamClient`. Either `token` or `baseUrl` (of a proxy that holds the token) is required. */
export interface IamClientOptions {
  /**
   * The workspace's Public API token, or a function that returns the current one. The function is called for each attempt, within the
   * attempt's time limit. A token must never reach a browser.
   */
  readonly token?: Token | undefined;
  /** The region of the workspace. @default the first server in the spec */
  readonly region?: Region | undefined;
  /**
   * The URL of a proxy or a mock. It replaces the URL of the region. A path such as `/api/iam` works in browsers only. Elsewhere calls throw
   * `ConfigError`, unless `fetch` is set. The client can still be created there, for server-side rendering.
   */
  readonly baseUrl?: string | undefined;
  /** The stability level to request. @default "v1" */
  readonly version?: ApiVersion | undefined;
  /**
   * Identifies the workspace in query keys, so that the cache entries of two workspaces differ. Never use a secret.
   *
   * Set it if a server and a browser share data, if several workspaces share a base URL without a token, or if one token function returns
   * tokens of several workspaces.
   *
   * @default the base URL, and a short hash of the token or a number for each token function
   */
  readonly scope?: string | undefined;
  /** Sends the requests. @default the global `fetch` at the time of each call */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Interceptors around each attempt, outermost first. They run before the token is added, so they never see it. @default [] */
  readonly interceptors?: readonly Interceptor[] | undefined;
  /** Headers for every call. */
  readonly headers?: HeadersInput | undefined;
  /** Time limit for one attempt, including the response body, in milliseconds. @default 10_000 */
  readonly timeoutMs?: number | undefined;
}

/**
 * Matches an absolute URL without credentials, or a path from the root. Neither may have a query or a fragment, because the paths
 * of operations are appended.
 */
const BASE_URL = /^(https?:\/\/[^\s/?#@]+)?(\/[^\s?#]*)?$/i;

/** Client options after validation, with their defaults. */
export interface ClientSettings extends IamClientOptions {
  /** The base URL, without a slash at the end. */
  readonly baseUrl: string;
  /** The media type of request and response bodies. */
  readonly mediaType: string;
  /** Headers for every call, with names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Identifies the workspace in query keys. */
  readonly scope: string;
  /** Time limit for one attempt, in milliseconds. */
  readonly timeoutMs: number;
}

/**
 * Validates client options and fills in their defaults.
 *
 * @throws {ConfigError} for an invalid option.
 */
export function readClientOptions(options: IamClientOptions): ClientSettings {
  const { token, region = defaultRegion, version = "v1", headers = {}, timeoutMs = 10_000 } = options;
  // With a `baseUrl` the token is optional, because a proxy adds its own.
  if (options.baseUrl !== undefined && !BASE_URL.test(options.baseUrl))
    throw new ConfigError("baseUrl must be an http(s) URL or a path, without credentials, query or fragment");
  if (typeof token === "string" || (requiresToken && (token ?? options.baseUrl) === undefined)) checkToken(token);
  checkTimeoutMs(timeoutMs);
  const baseUrl =
    options.baseUrl?.replace(/\/+$/, "") ?? regions[assertOneOf("region", region, Object.keys(regions) as Region[])];
  return {
    ...options,
    baseUrl,
    scope: options.scope ?? defaultScope(baseUrl, token),
    timeoutMs,
    mediaType: `application/vnd.segment.${assertOneOf("version", version, ["v1", "v1beta", "v1alpha"])}+json`,
    headers: readHeaders(headers, (name, reason) => new ConfigError(`The header ${name} ${reason}`)),
  };
}

/**
 * Validates a time limit, of the client or of a call.
 *
 * @throws {ConfigError} if it is not a number of at least 0.
 */
export function checkTimeoutMs(timeoutMs: number): void {
  if (!(timeoutMs >= 0)) throw new ConfigError(`timeoutMs must be a number of at least 0, got ${timeoutMs}`);
}

/** Returns `name` if it is one of `names`, and throws otherwise. The types do not protect JavaScript callers. */
function assertOneOf<Name extends string>(option: string, name: Name, names: readonly Name[]): Name {
  if (names.includes(name)) return name;
  const list = names.map((known) => `"${known}"`).join(", ");
  throw new ConfigError(`Unknown ${option} "${name}"; expected ${list.replace(/,([^,]*)$/, " or$1")}`);
}

/** The number of each token function, because a function has no value to compare. */
const functionNumbers = new WeakMap<Exclude<Token, string>, number>();
let functionCount = 0;

/**
 * Returns the default `scope` of a client: its base URL, and for a client with a token, a text that differs for each token.
 *
 * A token belongs to one workspace. Clients of two workspaces therefore do not share cached data by default.
 */
function defaultScope(baseUrl: string, token: Token | undefined): string {
  if (!token) return baseUrl;
  if (typeof token === "string") return `${baseUrl}#${hash(token)}`;
  if (!functionNumbers.has(token)) functionNumbers.set(token, (functionCount += 1));
  return `${baseUrl}#${functionNumbers.get(token)}`;
}

/** Returns a 32-bit FNV-1a hash. It is far too short to derive a token from, because a scope can be part of a rendered page. */
function hash(text: string): string {
  let result = 0x811c9dc5;
  for (const character of text) result = Math.imul(result ^ character.charCodeAt(0), 0x01000193);
  return (result >>> 0).toString(36);
}
