import { replacePermissionsForUser } from "@segment-iam/client";
import type { Optimistic } from "../../query/mutation-options-of.ts";
import { optimisticRule } from "../optimistic-rule.ts";
import { changePermissions } from "./change-permissions.ts";

/** Replaces the permissions of a user, in lists and in details. */
export const optimisticReplacePermissionsForUser: Optimistic<"replacePermissionsForUser"> =
  /* @__PURE__ */ optimisticRule(
    replacePermissionsForUser,
    /* @__PURE__ */ changePermissions((_current, replacement) => [...replacement]),
  );
