import { listUsers, type IamClient } from "@segment-iam/client";
import { paginate } from "@segment-iam/helpers";

export async function listEmails(iam: IamClient): Promise<string[]> {
  const emails: string[] = [];
  for await (const { email } of paginate(listUsers, iam)) emails.push(email);
  return emails;
}
