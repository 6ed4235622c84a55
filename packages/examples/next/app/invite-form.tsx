"use client";

import { useActionState } from "react";
import { invite } from "./invite.ts";

export function InviteForm() {
  const [message, action, isPending] = useActionState(invite, "");
  return (
    <form action={action}>
      <input name="email" type="email" aria-label="Email" required />
      <button disabled={isPending}>Invite</button>
      <output>{message}</output>
    </form>
  );
}
