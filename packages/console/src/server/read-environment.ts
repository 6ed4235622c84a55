import { regions, type Region } from "@segment-iam/client";
import type { ConsoleOptions } from "./start-console.ts";

/**
 * Reads `SEGMENT_TOKEN`, `SEGMENT_REGION` and `PORT`. One that is empty counts as unset.
 *
 * @throws when the region or the port cannot be right. The token is judged where it is used.
 */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): ConsoleOptions {
  const { SEGMENT_TOKEN: token, SEGMENT_REGION: region = "", PORT: port = "" } = env;
  if (region && !isRegion(region)) {
    throw new Error(`SEGMENT_REGION is ${JSON.stringify(region)}; use one of ${Object.keys(regions).join(", ")}`);
  }
  if (port && !(/^\d+$/.test(port) && Number(port) < 65_536)) {
    throw new Error(`PORT is ${JSON.stringify(port)}; use a number from 0 to 65535`);
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
