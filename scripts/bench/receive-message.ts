import type { ChildProcess } from "node:child_process";
import { once } from "node:events";

/** Resolves with the next message of a child process. @throws {Error} if the process exits first */
export async function receiveMessage<Message>(child: ChildProcess): Promise<Message> {
  const settled = new AbortController();
  const exited = once(child, "exit", { signal: settled.signal }).then(([code]) => {
    throw new Error(`${child.spawnargs.slice(1).join(" ")} exited with code ${code}`);
  });
  try {
    const [message] = await Promise.race([once(child, "message", { signal: settled.signal }), exited]);
    return message;
  } finally {
    // Removes the listeners.
    settled.abort();
  }
}
