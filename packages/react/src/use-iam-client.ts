import { ConfigError, type IamClient } from "@segment-iam/client";
import { useContext } from "react";
import { IamContext } from "./iam-context.ts";

/**
 * The client of the nearest `IamProvider`, for what no hook does.
 *
 * @throws {ConfigError} outside a provider.
 */
export function useIamClient(): IamClient {
  const client = useContext(IamContext);
  if (!client)
    throw new ConfigError("There is no IAM client here; render <IamProvider client={iam}> above this component");
  return client;
}
