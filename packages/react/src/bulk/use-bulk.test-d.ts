import { createInvites, deleteUsers, getUser, listUsers, type InviteV1 } from "@segment-iam/client";
import type { BulkProgress, BulkReport } from "@segment-iam/helpers/bulk";
import type { RateLimitState } from "@segment-iam/helpers/rate-limit";
import type { MouseEventHandler } from "react";
import { expectTypeOf, it } from "vitest";
import { useRateLimit } from "../use-rate-limit.ts";
import { useBulk } from "./use-bulk.ts";

it("infers the items of the list", () => {
  const removal = useBulk(deleteUsers);
  expectTypeOf(removal.start).parameter(0).toEqualTypeOf<Iterable<string> & object>();
  expectTypeOf(removal.start(["u"])).resolves.toEqualTypeOf<BulkReport<string>>();
  expectTypeOf(useBulk(createInvites).start).parameter(0).toEqualTypeOf<Iterable<InviteV1> & object>();
  // @ts-expect-error -- a string has characters, which are no ids
  void removal.start("u");
  // @ts-expect-error -- an invite is not an address
  void useBulk(createInvites).start(["a@example.com"]);
});

it("tells by the status what there is", () => {
  const removal = useBulk(deleteUsers);
  expectTypeOf(removal.status).toEqualTypeOf<"idle" | "running" | "paused" | "finished">();
  expectTypeOf(removal.progress).toEqualTypeOf<BulkProgress | undefined>();
  if (removal.status === "finished") expectTypeOf(removal.result).toEqualTypeOf<BulkReport<string>>();
  if (removal.status === "paused") expectTypeOf(removal.progress).toEqualTypeOf<BulkProgress>();
  if (removal.status === "idle") expectTypeOf(removal.result).toEqualTypeOf<undefined>();
});

it("has actions that are event handlers", () => {
  const { pause, resume, abort, reset } = useBulk(deleteUsers);
  for (const action of [pause, resume, abort, reset]) expectTypeOf(action).toExtend<MouseEventHandler>();
});

it("takes operations on lists only", () => {
  const { status } = useBulk(deleteUsers, {
    id: "removal",
    maxItems: 50,
    invalidate: (auto, { succeeded }) => succeeded.length > 9 && auto,
  });
  expectTypeOf(status).toBeString();
  // @ts-expect-error -- one user is not a list
  useBulk(getUser);
  // @ts-expect-error -- nor is a page's number
  useBulk(listUsers);
  // @ts-expect-error -- progress is in the result
  useBulk(deleteUsers, { onProgress: () => {} });
});

it("watches the limit of every operation", () => {
  expectTypeOf(useRateLimit(getUser)).toEqualTypeOf<RateLimitState>();
  // @ts-expect-error -- an operation, not its name
  useRateLimit("getUser");
});
