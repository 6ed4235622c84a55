import type { IamClient } from "@segment-iam/client";
import { useIam } from "./iam-context.ts";

/**
 * The client of the nearest `IamProvider`, for what no hook does.
 *
 * @throws {ConfigError} outside a provider.
 */
export function useIamClient(): IamClient {
  return useIam().client;
}
