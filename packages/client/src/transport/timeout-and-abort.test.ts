import { getEventListeners } from "node:events";
import { setImmediate } from "node:timers/promises";
import { describe, expect, it, vi } from "vitest";
import { createIamClient } from "../create-iam-client.ts";
import { listUsers } from "../generated/operations.ts";

const neverResolves = () => new Promise<string>(() => {});

describe("a token function that never resolves", () => {
  it("exceeds the time limit, and nothing is sent", async () => {
    vi.useFakeTimers();
    const send = vi.fn<typeof fetch>();
    const call = listUsers(createIamClient({ token: neverResolves, timeoutMs: 5_000, fetch: send }));
    const failure = call.catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(5_000).finally(() => vi.useRealTimers());
    expect(await failure).toMatchObject({ name: "TimeoutError", timeoutMs: 5_000, attempts: 0 });
    expect(send).not.toHaveBeenCalled();
  });

  it("does not delay an abort", async () => {
    const controller = new AbortController();
    const call = listUsers(createIamClient({ token: neverResolves }), {}, { signal: controller.signal });
    controller.abort("enough");
    await expect(call).rejects.toBe("enough");
  });
});

it("sends nothing when a token function resolves after an abort", async () => {
  const send = vi.fn<typeof fetch>();
  const onAttempt = vi.fn<(attempt: number) => void>();
  const controller = new AbortController();
  const resolvers: ((token: string) => void)[] = [];
  const tokenFunction = vi.fn(() => new Promise<string>((resolve) => void resolvers.push(resolve)));
  const call = listUsers(
    createIamClient({ token: tokenFunction, fetch: send }),
    {},
    { signal: controller.signal, onAttempt },
  );
  await vi.waitFor(() => expect(tokenFunction).toHaveBeenCalledOnce());
  controller.abort("enough");
  await expect(call).rejects.toBe("enough");
  for (const resolve of resolvers) resolve("late");
  await setImmediate();
  expect(send).not.toHaveBeenCalled();
  expect(onAttempt).not.toHaveBeenCalled();
});

describe("a fetch that ignores its signal", () => {
  it("exceeds the time limit, and leaves no listener behind", async () => {
    const { signal } = new AbortController();
    const iam = createIamClient({ token: "fixed", fetch: () => new Promise(() => {}), timeoutMs: 1 });
    await expect(listUsers(iam, {}, { signal })).rejects.toMatchObject({ name: "TimeoutError", attempts: 1 });
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });

  it("does not delay an abort", async () => {
    const caller = new AbortController();
    const iam = createIamClient({ token: "fixed", fetch: () => new Promise(() => {}) });
    const call = listUsers(iam, {}, { signal: caller.signal });
    setTimeout(() => caller.abort("enough"), 0);
    await expect(call).rejects.toBe("enough");
  });
});

const respondWithoutEnd = async () => new Response(new ReadableStream());

describe("a body that never settles", () => {
  it("exceeds the time limit", async () => {
    const iam = createIamClient({ token: "fixed", fetch: respondWithoutEnd, timeoutMs: 1 });
    await expect(listUsers(iam)).rejects.toMatchObject({ name: "TimeoutError", attempts: 1 });
  });

  it("does not delay an abort", async () => {
    const caller = new AbortController();
    const call = listUsers(
      createIamClient({ token: "fixed", fetch: respondWithoutEnd }),
      {},
      { signal: caller.signal },
    );
    setTimeout(() => caller.abort("enough"), 0);
    await expect(call).rejects.toBe("enough");
  });
});
