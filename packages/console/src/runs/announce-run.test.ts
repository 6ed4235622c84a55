import { notificationsStore } from "@mantine/notifications";
import { expect, it } from "vitest";
import { announceRun } from "./announce-run.ts";

it("shows the result of a run for 15 s, also without a button", () => {
  const item = { email: "ada@example.com" };
  announceRun({ task: { kind: "revoke-invites", items: [item] }, rows: [{ item, outcome: "succeeded" }] }, {});
  expect(notificationsStore.getState().notifications).toMatchObject([
    { message: "1 invite revoked", autoClose: 15_000 },
  ]);
});
