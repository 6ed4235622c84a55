import { createIamClient, listInvites } from "@segment-iam/client";
import { expect, it } from "vitest";
import type { StartedExample } from "./describe-example.ts";
import { TOKEN } from "./start-mock.ts";
import { visit } from "./visit.ts";

/** Tests the form that invites a user with a server action. */
export function itInvites(example: () => StartedExample): void {
  it("invites a user with a server action", async () => {
    const { browser, server, mock } = example();
    const { page, consoleErrors, takeCalls } = await visit(browser, server.url);
    const invite = async (email: string) => {
      await page.getByLabel("Email").fill(email);
      await page.getByText("Invite", { exact: true }).click();
    };
    await invite("grace@company.example");
    await page.getByText("Invited grace@company.example").waitFor();
    const { invites } = await listInvites(createIamClient({ token: TOKEN, baseUrl: mock.url }));
    expect(invites).toContain("grace@company.example");
    // The address has an invite already.
    await invite("grace@company.example");
    await page.getByText(/^4\d\d /).waitFor();
    expect(takeCalls()).toEqual([]);
    expect(consoleErrors).toEqual([]);
  });
}
