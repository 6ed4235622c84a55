import { getEventListeners } from "node:events";
import { setImmediate } from "node:timers/promises";
import { describe, expect, it, vi } from "vitest";
import { createIamClient } from "../create-iam-client.ts";
import { listUsers } from "../generated/operations.ts";

const neverAnswers = () => new Promise<string>(() => {});

describe("a provider that never answers", () => {
  it("is waited for as long as an attempt may take, and nothing is sent", async () => {
    vi.useFakeTimers();
    const send = vi.fn<typeof fetch>();
    const call = listUsers(createIamClient({ token: neverAnswers, timeoutMs: 5_000, fetch: send }));
    const failure = call.catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(5_000).finally(() => vi.useRealTimers());
    expect(await failure).toMatchObject({ name: "TimeoutError", timeoutMs: 5_000, attempts: 0 });
    expect(send).not.toHaveBeenCalled();
  });

  it("does not keep a call that is aborted", async () => {
    const controller = new AbortController();
    const call = listUsers(createIamClient({ token: neverAnswers }), {}, { signal: controller.signal });
    controller.abort("enough");
    await expect(call).rejects.toBe("enough");
  });
});

it("sends nothing when a provider answers after the call has ended", async () => {
  const send = vi.fn<typeof fetch>();
  const onAttempt = vi.fn<(attempt: number) => void>();
  const controller = new AbortController();
  const settle: ((token: string) => void)[] = [];
  const provider = vi.fn(() => new Promise<string>((resolve) => void settle.push(resolve)));
  const call = listUsers(
    createIamClient({ token: provider, fetch: send }),
    {},
    { signal: controller.signal, onAttempt },
  );
  await vi.waitFor(() => expect(provider).toHaveBeenCalledOnce());
  controller.abort("enough");
  await expect(call).rejects.toBe("enough");
  for (const provide of settle) provide("late");
  await setImmediate();
  expect(send).not.toHaveBeenCalled();
  expect(onAttempt).not.toHaveBeenCalled();
});

describe("a fetch that heeds no signal", () => {
  it("is given up at the time limit, and leaves no listener behind", async () => {
    const { signal } = new AbortController();
    const iam = createIamClient({ token: "fixed", fetch: () => new Promise(() => {}), timeoutMs: 1 });
    await expect(listUsers(iam, {}, { signal })).rejects.toMatchObject({ name: "TimeoutError", attempts: 1 });
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });

  it("is given up when the caller aborts", async () => {
    const caller = new AbortController();
    const iam = createIamClient({ token: "fixed", fetch: () => new Promise(() => {}) });
    const call = listUsers(iam, {}, { signal: caller.signal });
    setTimeout(() => caller.abort("enough"), 0);
    await expect(call).rejects.toBe("enough");
  });
});

const answerWithoutEnd = async () => new Response(new ReadableStream());

describe("a body that never settles", () => {
  it("is given up at the time limit", async () => {
    const iam = createIamClient({ token: "fixed", fetch: answerWithoutEnd, timeoutMs: 1 });
    await expect(listUsers(iam)).rejects.toMatchObject({ name: "TimeoutError", attempts: 1 });
  });

  it("is given up when the caller aborts", async () => {
    const caller = new AbortController();
    const call = listUsers(createIamClient({ token: "fixed", fetch: answerWithoutEnd }), {}, { signal: caller.signal });
    setTimeout(() => caller.abort("enough"), 0);
    await expect(call).rejects.toBe("enough");
  });
});
