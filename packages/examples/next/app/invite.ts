"use server";

import { ApiError, createInvites } from "@segment-iam/client";
import { createServerClient } from "./server-client.ts";

/** Invites a user. Returns a message for the form. */
export async function invite(_previous: string, form: FormData): Promise<string> {
  const email = String(form.get("email"));
  try {
    await createInvites(await createServerClient(), { invites: [{ email }] });
    return `Invited ${email}`;
  } catch (error) {
    if (error instanceof ApiError) return `${error.status} ${error.errors[0]?.message}`;
    throw error;
  }
}
