import { createInvites } from "@segment-iam/client";
import { updateItems } from "../../invalidation/update-items.ts";
import { createOptimisticUpdate } from "../create-optimistic-update.ts";
import type { OptimisticUpdate } from "../types.ts";

/**
 * Adds new invites at the top of lists that begin with the first page. A refetch may move them, because the API does not document
 * the order of its lists.
 */
export const optimisticCreateInvites: OptimisticUpdate<"createInvites"> = /* @__PURE__ */ createOptimisticUpdate(
  createInvites,
  {
    listInvites: (pages, { variables, data }, { pagination }) => {
      // Checking `previous` below is not enough, because not every response has it.
      if (pagination?.cursor) return pages;
      const listed = new Set(pages.flatMap(({ invites }) => invites));
      const emails = new Set(data?.emails ?? variables.invites.map(({ email }) => email));
      const added = [...emails].filter((email) => !listed.has(email));
      return updateItems(pages, "invites", (invites, page) =>
        page === pages[0] && !page.pagination.previous ? [...added, ...invites] : [...invites],
      );
    },
  },
);
