import { replacePermissionsForUser } from "@segment-iam/client";
import { createOptimisticUpdate } from "../create-optimistic-update.ts";
import type { OptimisticUpdate } from "../types.ts";
import { changePermissions } from "./change-permissions.ts";

/** Replaces the permissions of a user, in lists and in details. */
export const optimisticReplacePermissionsForUser: OptimisticUpdate<"replacePermissionsForUser"> =
  /* @__PURE__ */ createOptimisticUpdate(
    replacePermissionsForUser,
    /* @__PURE__ */ changePermissions((_current, replacement) => [...replacement]),
  );
