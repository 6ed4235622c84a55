import type { IamClient } from "@segment-iam/client";
import { createContext, type Context } from "react";

/** The client that hooks call, and nothing else: no client lives outside a tree, so that tenants never mix. */
export const IamContext: Context<IamClient | undefined> = /* @__PURE__ */ createContext<IamClient | undefined>(
  undefined,
);
