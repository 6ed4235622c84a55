import { createInvites } from "@segment-iam/client";
import type { Optimistic } from "../../query/mutation-options-of.ts";
import { changeItems } from "../change-items.ts";
import { optimisticRule } from "../optimistic-rule.ts";

/**
 * Puts new invites at the top of the lists of invites, where they are seen: in which order the API lists them is not known.
 *
 * A list that does not begin with the first page has no place for them.
 */
export const optimisticCreateInvites: Optimistic<"createInvites"> = /* @__PURE__ */ optimisticRule(createInvites, {
  listInvites: (pages, { variables, answer }, { pagination }) => {
    // Not every answer says that there is a page before it.
    if (pagination?.cursor) return pages;
    const known = new Set(pages.flatMap(({ invites }) => invites));
    const emails = new Set(answer?.emails ?? variables.invites.map(({ email }) => email));
    const added = [...emails].filter((email) => !known.has(email));
    return changeItems(pages, "invites", (invites, page) =>
      page === pages[0] && !page.pagination.previous ? [...added, ...invites] : [...invites],
    );
  },
});
