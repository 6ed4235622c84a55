import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * The server of the paging bench, a process of its own: a workspace of as many users as its first argument says, each page after as many
 * milliseconds as its second. Sends its URL to its parent, and ends with it.
 */
const [users = 0, delayMs = 0] = process.argv.slice(2).map(Number);

const server = createServer((request, response) => {
  const { searchParams } = new URL(request.url ?? "/", "http://localhost");
  const start = Number(searchParams.get("pagination.cursor") ?? 0);
  const end = Math.min(start + Number(searchParams.get("pagination.count")), users);
  const body = JSON.stringify({
    data: {
      users: Array.from({ length: end - start }, (_, index) => userAt(start + index)),
      pagination: { current: String(start), next: end < users ? String(end) : null, totalEntries: users },
    },
  });
  setTimeout(() => response.writeHead(200, { "content-type": "application/json" }).end(body), delayMs);
});
server.keepAliveTimeout = 600_000;
server.listen(0, "127.0.0.1", () => {
  process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
process.on("disconnect", () => process.exit());

function userAt(index: number) {
  return { id: `user${index}`, name: `Member ${index}`, email: `member.${index}@example.com` };
}
