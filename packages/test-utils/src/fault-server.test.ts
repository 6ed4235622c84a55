import { expect, it } from "vitest";
import { startFaultServer } from "./fault-server.ts";

it("sends a correct response, a reset or a truncated body, according to the script", async () => {
  await using server = await startFaultServer(({ url, body }) => {
    const reply = { status: 201, body: JSON.stringify({ got: body }) };
    if (url === "/correct") return reply;
    return { ...reply, fault: url === "/cut" ? "reset-in-body" : "reset-before-headers" };
  });
  const post = (path: string): Promise<Response> => fetch(server.url + path, { method: "POST", body: "text" });
  const correct = await post("/correct");
  expect([correct.status, await correct.json()]).toEqual([201, { got: "text" }]);
  await expect(post("/reset")).rejects.toThrow("fetch failed");
  const cut = await post("/cut");
  await expect(cut.text()).rejects.toThrow("terminated");
  expect(await server.openAfterFaults(10_000)).toBe(0);
});

it("counts connections that stay open after a fault", async () => {
  await using server = await startFaultServer(() => ({ fault: "stall-in-body", status: 200, body: "{}" }));
  const response = await fetch(server.url);
  expect(await server.openAfterFaults(1)).toBe(1);
  await response.body?.cancel();
  expect(await server.openAfterFaults(10_000)).toBe(0);
});
