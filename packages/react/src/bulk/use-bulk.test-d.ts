import { createInvites, deleteUsers, getUser, listUsers, type IamFailure, type InviteV1 } from "@segment-iam/client";
import type { BulkProgress, BulkReport } from "@segment-iam/helpers/bulk";
import type { RateLimitState } from "@segment-iam/helpers/rate-limit";
import type { MouseEventHandler } from "react";
import { expectTypeOf, it } from "vitest";
import { useRateLimit } from "../use-rate-limit.ts";
import { useBulk } from "./use-bulk.ts";

it("infers the type of the items", () => {
  const removal = useBulk(deleteUsers);
  expectTypeOf(removal.start).parameter(0).toEqualTypeOf<Iterable<string> & object>();
  expectTypeOf(removal.start(["u"])).resolves.toEqualTypeOf<BulkReport<string>>();
  expectTypeOf(useBulk(createInvites).start).parameter(0).toEqualTypeOf<Iterable<InviteV1> & object>();
  // @ts-expect-error -- a string is not a list
  void removal.start("u");
  // @ts-expect-error -- an invite is an object
  void useBulk(createInvites).start(["a@example.com"]);
});

it("narrows the state by status", () => {
  const removal = useBulk(deleteUsers);
  expectTypeOf(removal.status).toEqualTypeOf<"idle" | "running" | "paused" | "finished">();
  expectTypeOf(removal.progress).toEqualTypeOf<BulkProgress | undefined>();
  if (removal.status === "finished") expectTypeOf(removal.result).toEqualTypeOf<BulkReport<string>>();
  if (removal.status === "paused") expectTypeOf(removal.progress).toEqualTypeOf<BulkProgress>();
  if (removal.status === "idle") expectTypeOf(removal.result).toEqualTypeOf<undefined>();
});

it("types the errors of rejected items", () => {
  const removal = useBulk(deleteUsers);
  if (removal.status !== "finished") return;
  for (const { error } of removal.result.rejected) expectTypeOf(error).toEqualTypeOf<IamFailure>();
});

it("has actions that can be event handlers", () => {
  const { pause, resume, stop, abort, reset } = useBulk(deleteUsers);
  for (const action of [pause, resume, stop, abort, reset]) expectTypeOf(action).toExtend<MouseEventHandler>();
});

it("accepts bulk operations only", () => {
  const { status } = useBulk(deleteUsers, {
    id: "removal",
    maxBatchSize: 50,
    invalidate: (auto, { succeeded }) => succeeded.length > 9 && auto,
  });
  expectTypeOf(status).toBeString();
  // @ts-expect-error -- not a bulk operation
  useBulk(getUser);
  // @ts-expect-error -- not a bulk operation
  useBulk(listUsers);
  // @ts-expect-error -- `progress` is in the result
  useBulk(deleteUsers, { onProgress: () => {} });
});

it("accepts every operation in useRateLimit", () => {
  expectTypeOf(useRateLimit(getUser)).toEqualTypeOf<RateLimitState>();
  // @ts-expect-error -- an id is not an operation
  useRateLimit("getUser");
});
