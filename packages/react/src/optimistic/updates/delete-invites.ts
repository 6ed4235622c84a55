import { deleteInvites } from "@segment-iam/client";
import type { OptimisticUpdate } from "../../query/mutation-options-of.ts";
import { updateItems } from "../../invalidation/update-items.ts";
import { createOptimisticUpdate } from "../create-optimistic-update.ts";

/** Removes invites from lists of invites. */
export const optimisticDeleteInvites: OptimisticUpdate<"deleteInvites"> = /* @__PURE__ */ createOptimisticUpdate(
  deleteInvites,
  {
    listInvites: (pages, { variables: { emails } }) =>
      updateItems(pages, "invites", (invites) => invites.filter((email) => !emails.includes(email))),
  },
);
