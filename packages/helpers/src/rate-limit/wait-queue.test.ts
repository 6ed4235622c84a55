import { expect, it } from "vitest";
import { WaitQueue, type Waiter } from "./wait-queue.ts";

interface Named extends Waiter {
  readonly name: string;
}

const entry = (name: string, priority: Waiter["priority"] = "interactive", isReturning = false): Named => ({
  name,
  priority,
  isReturning,
});

function queueOf(...entries: Named[]): WaitQueue<Named> {
  const queue = new WaitQueue<Named>();
  for (const each of entries) queue.add(each);
  return queue;
}

function drain(queue: WaitQueue<Named>, maySend: (priority: Waiter["priority"]) => boolean = () => true): string {
  let names = "";
  for (let next = queue.take(maySend); next; next = queue.take(maySend)) names += next.name;
  return names;
}

it("keeps the order within a class, and sends interactive calls first", () => {
  expect(drain(queueOf(entry("a", "bulk"), entry("b"), entry("c", "bulk"), entry("d")))).toBe("bdac");
});

it("lets a call that was refused go before those that were not sent yet", () => {
  expect(drain(queueOf(entry("a"), entry("b", "interactive", true), entry("c"), entry("d", "bulk", true)))).toBe(
    "bacd",
  );
});

it("gives bulk work every tenth turn, so that it does not starve", () => {
  const flood = Array.from({ length: 30 }, () => entry("."));
  expect(drain(queueOf(...flood, entry("B", "bulk"), entry("B", "bulk")))).toBe(
    `${".".repeat(9)}B${".".repeat(9)}B${".".repeat(12)}`,
  );
});

it("remembers whose turn it is while nobody may send", () => {
  const queue = queueOf(...Array.from({ length: 12 }, () => entry(".")), entry("B", "bulk"));
  let names = "";
  for (let turn = 0; turn < 10; turn += 1) {
    expect(queue.take(() => false)).toBeUndefined();
    names += queue.take(() => true)?.name;
  }
  expect(names).toBe(".........B");
});

it("passes over a class that may not send", () => {
  const queue = queueOf(entry("a", "bulk"), entry("b"));
  expect(drain(queue, (priority) => priority === "bulk")).toBe("a");
  expect([queue.size, queue.ahead("bulk"), queue.ahead("interactive")]).toEqual([1, 1, 1]);
});

it("forgets who leaves", () => {
  const leaving = entry("b");
  const queue = queueOf(entry("a"), leaving, entry("c"));
  queue.delete(leaving);
  expect(drain(queue)).toBe("ac");
});
