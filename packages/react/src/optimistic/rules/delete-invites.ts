import { deleteInvites } from "@segment-iam/client";
import type { Optimistic } from "../../query/mutation-options-of.ts";
import { updateItems } from "../update-items.ts";
import { optimisticRule } from "../optimistic-rule.ts";

/** Removes invites from lists of invites. */
export const optimisticDeleteInvites: Optimistic<"deleteInvites"> = /* @__PURE__ */ optimisticRule(deleteInvites, {
  listInvites: (pages, { variables: { emails } }) =>
    updateItems(pages, "invites", (invites) => invites.filter((email) => !emails.includes(email))),
});
