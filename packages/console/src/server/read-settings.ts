// Imports a source file of the client, because settings are checked before the packages are built.
import { regions } from "../../../client/src/generated/servers.ts";
import type { ConsoleOptions } from "./start-console.ts";

const MAX_PORT = 65_535;
const MAX_USERS = 1_000_000;

/**
 * Reads `SEGMENT_TOKEN`, `SEGMENT_REGION` and `PORT`, and the value of `--users`. Empty variables count as unset.
 *
 * @throws {Error} with one line if a setting is invalid. The message does not contain the token.
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>, users?: string): ConsoleOptions {
  const { SEGMENT_TOKEN: token, SEGMENT_REGION: region = "", PORT: port = "" } = env;
  // RFC 6750, 2.1
  if (token && !/^[\w.~+/-]+=*$/.test(token))
    throw new Error("SEGMENT_TOKEN contains a character that is not allowed in a token");
  if (region && !isRegion(region)) {
    const expected = Object.keys(regions).map((name) => JSON.stringify(name));
    throw new Error(`SEGMENT_REGION must be ${expected.join(" or ")}, got ${JSON.stringify(region)}`);
  }
  if (token && users !== undefined) {
    throw new Error("--users sets the size of the mock workspace. Unset SEGMENT_TOKEN to use it.");
  }
  return {
    ...(token && { token }),
    ...(isRegion(region) && { region }),
    ...(port && { port: readInteger("PORT", port, MAX_PORT) }),
    ...(users !== undefined && { mock: { users: readInteger("--users", users, MAX_USERS) } }),
  };
}

function readInteger(name: string, text: string, max: number): number {
  if (/^\d+$/.test(text) && Number(text) <= max) return Number(text);
  throw new Error(`${name} must be an integer from 0 to ${max}, got ${JSON.stringify(text)}`);
}

function isRegion(name: string): name is keyof typeof regions {
  return Object.hasOwn(regions, name);
}
