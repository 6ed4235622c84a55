import type { UserV1 } from "@segment-iam/client";

/** Whether a user is what somebody looks for: each word is in the name, the email, the ID or a role, in upper or lower case. */
export function matchesSearch({ id, name, email, permissions = [] }: UserV1, text: string): boolean {
  const haystack = [id, name, email, ...permissions.map(({ roleName }) => roleName)].join("\n").toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => haystack.includes(word));
}
