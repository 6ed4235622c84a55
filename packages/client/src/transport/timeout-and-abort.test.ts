import { getEventListeners } from "node:events";
import { setImmediate } from "node:timers/promises";
import { describe, expect, it, vi } from "vitest";
import { createIamClient } from "../create-iam-client.ts";
import { CallTimeoutError } from "../errors/transport-errors.ts";
import { listUsers } from "../generated/operations.ts";
import { logging } from "../logging.ts";

const neverResolves = () => new Promise<string>(() => {});

describe("a token function that never resolves", () => {
  it("exceeds the time limit, and nothing is sent", async () => {
    vi.useFakeTimers();
    const send = vi.fn<typeof fetch>();
    const call = listUsers(createIamClient({ token: neverResolves, timeoutMs: 5_000, fetch: send }));
    const failure = call.catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(5_000).finally(() => vi.useRealTimers());
    expect(await failure).toMatchObject({ name: "CallTimeoutError", timeoutMs: 5_000, attempts: 0 });
    expect(send).not.toHaveBeenCalled();
  });

  it("does not delay an abort", async () => {
    const controller = new AbortController();
    const call = listUsers(createIamClient({ token: neverResolves }), {}, { signal: controller.signal });
    controller.abort("enough");
    await expect(call).rejects.toBe("enough");
  });
});

it.each([NaN, -1])("throws a ConfigError if the time limit of a call is %s, and sends nothing", async (timeoutMs) => {
  const send = vi.fn<typeof fetch>();
  const call = listUsers(createIamClient({ token: "fixed", fetch: send }), {}, { timeoutMs });
  await expect(call).rejects.toMatchObject({
    name: "ConfigError",
    message: `timeoutMs must be a number of at least 0, got ${timeoutMs}`,
  });
  expect(send).not.toHaveBeenCalled();
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
    await expect(listUsers(iam, {}, { signal })).rejects.toMatchObject({ name: "CallTimeoutError", attempts: 1 });
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

describe("a signal of AbortSignal.timeout", () => {
  it("rejects with the platform's TimeoutError instead of a CallTimeoutError, and is logged as aborted", async () => {
    const lines: string[] = [];
    const log = (line: unknown) => void lines.push(`${line}`);
    const interceptors = [logging({ now: () => 0, logger: { debug: log, info: log, warn: log, error: log } })];
    const iam = createIamClient({ token: "fixed", interceptors, fetch: () => new Promise(() => {}) });
    const signal = AbortSignal.timeout(1);
    const failure = await listUsers(iam, {}, { signal }).catch((error: unknown) => error);
    expect(failure).toBe(signal.reason);
    expect(failure).not.toBeInstanceOf(CallTimeoutError);
    expect((failure as Error).name).not.toBe(new CallTimeoutError("listUsers", 1, 1).name);
    expect(lines).toEqual(["listUsers was aborted with a reason of type TimeoutError in 0 ms"]);
  });
});

const respondWithoutEnd = async () => new Response(new ReadableStream());

describe("a body that never settles", () => {
  it("exceeds the time limit", async () => {
    const iam = createIamClient({ token: "fixed", fetch: respondWithoutEnd, timeoutMs: 1 });
    await expect(listUsers(iam)).rejects.toMatchObject({ name: "CallTimeoutError", attempts: 1 });
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
