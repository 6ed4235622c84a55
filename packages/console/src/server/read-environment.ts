import { regions, type Region } from "@segment-iam/client";
import type { ConsoleOptions } from "./start-console.ts";

/**
 * Reads `SEGMENT_TOKEN`, `SEGMENT_REGION` and `PORT`. Empty variables count as unset.
 *
 * @throws {Error} if the region or the port is invalid. The client validates the token.
 */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): ConsoleOptions {
  const { SEGMENT_TOKEN: token, SEGMENT_REGION: region = "", PORT: port = "" } = env;
  if (region && !isRegion(region)) {
    const expected = Object.keys(regions).map((name) => JSON.stringify(name));
    throw new Error(`SEGMENT_REGION must be ${expected.join(" or ")}, got ${JSON.stringify(region)}`);
  }
  if (port && !(/^\d+$/.test(port) && Number(port) < 65_536)) {
    throw new Error(`PORT must be a number from 0 to 65535, got ${JSON.stringify(port)}`);
  }
  return {
    ...(token && { token }),
    ...(isRegion(region) && { region }),
    ...(port && { port: Number(port) }),
  };
}

function isRegion(name: string): name is Region {
  return Object.hasOwn(regions, name);
}
