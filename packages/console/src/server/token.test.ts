import { listUsers } from "@segment-iam/client";
import { expect, it } from "vitest";
import { useBrowser } from "../test-utils/open-console.ts";

const open = useBrowser();

it("never sends the token to the browser", async () => {
  const { page, url, workspace } = await open({ mock: { users: 2 } });
  const seen = new Map<string, string>();
  const withAuthorization: string[] = [];
  await page.route("**", async (route) => {
    const response = await route.fetch();
    seen.set(response.url(), `${JSON.stringify(response.headersArray())}\n${await response.text()}`);
    if ("authorization" in (await route.request().allHeaders())) withAuthorization.push(response.url());
    await route.fulfill({ response });
  });
  workspace.fail(listUsers, { status: 500 });
  for (const [path, text] of [
    ["/users", "2 of 2 loaded"],
    [`/users/${workspace.users[0]?.id}`, "Ada Lovelace"],
    ["/users/unknown", "This user no longer exists"],
    ["/invites", "25 of 25 loaded"],
    ["/import", "Drop a CSV file here"],
  ] as const) {
    await page.goto(`${url}${path}`);
    await page.getByText(text).first().waitFor();
    seen.set(`page ${path}`, await page.content());
    seen.set(`storage ${path}`, JSON.stringify(await page.context().storageState()));
  }
  await page.unrouteAll({ behavior: "wait" });
  const token = workspace.requests[0]?.headers["authorization"]?.replace("Bearer ", "") ?? "";
  expect(token).toMatch(/^sgp_mock_[0-9a-f]{32}$/);
  const placesWith = (part: string) => Array.from(seen).flatMap(([name, text]) => (text.includes(part) ? [name] : []));
  expect(placesWith("ada@example.com")).not.toEqual([]);
  expect(placesWith(token)).toEqual([]);
  expect(withAuthorization).toEqual([]);
});
