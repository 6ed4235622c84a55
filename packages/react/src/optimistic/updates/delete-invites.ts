import { deleteInvites } from "@segment-iam/client";
import { updateItems } from "../../invalidation/update-items.ts";
import { createOptimisticUpdate } from "../create-optimistic-update.ts";
import type { OptimisticUpdate } from "../types.ts";

/** Removes invites from lists of invites. */
export const optimisticDeleteInvites: OptimisticUpdate<"deleteInvites"> = /* @__PURE__ */ createOptimisticUpdate(
  deleteInvites,
  {
    listInvites: (pages, { variables: { emails } }) =>
      updateItems(pages, "invites", (invites) => invites.filter((email) => !emails.includes(email))),
  },
);
