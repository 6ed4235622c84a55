import type { AccessPermissionV1, PermissionInputV1, UserV1 } from "@segment-iam/client";
import type { HeldRequest } from "./deferred-api.ts";

/** A workspace that does what held requests ask for when the test says so. */
export class SmallWorkspace {
  users: UserV1[];
  invites: string[];
  #joined = 0;

  constructor(userIds: readonly string[], invites: readonly string[]) {
    this.users = userIds.map((id) => ({ id, name: id, email: `${id}@example.com`, permissions: [] }));
    this.invites = [...invites];
  }

  /** Somebody else adds a user, and an invite. */
  join(): void {
    this.#joined += 1;
    const name = `other${this.#joined}`;
    this.users = [...this.users, { id: name, name, email: `${name}@example.com`, permissions: [] }];
    this.invites = [...this.invites, `${name}@x`];
  }

  /** Carries a request out, and gives what there is to answer; `undefined` where there is nothing. */
  carryOut({ method, path, query, body }: HeldRequest): unknown {
    const [, collection, id, part] = path.split("/");
    const listed = [...query].filter(([name]) => !name.startsWith("pagination")).map(([, value]) => value);
    const user = this.users.find((one) => one.id === id);
    if (method === "GET" && part === "groups") return user && this.#page("groups", [{ id: "g", name: "All" }], query);
    if (method === "GET" && id !== undefined) return user && { user };
    if (method === "GET") return this.#page(String(collection), this[collection as "users" | "invites"], query);
    if (method === "DELETE" && collection === "users") this.users = this.users.filter(({ id }) => !listed.includes(id));
    if (method === "DELETE" && collection === "invites")
      this.invites = this.invites.filter((email) => !listed.includes(email));
    if (method === "DELETE") return { status: "SUCCESS" };
    if (collection === "invites") {
      const emails = (body as { invites: { email: string }[] }).invites.map(({ email }) => email);
      this.invites = [...emails.filter((email) => !this.invites.includes(email)), ...this.invites];
      return { emails };
    }
    return user && { permissions: this.#permit(user, method === "PUT", body as { permissions: PermissionInputV1[] }) };
  }

  #permit(user: UserV1, isWhole: boolean, { permissions }: { permissions: PermissionInputV1[] }): AccessPermissionV1[] {
    const given = permissions.map((one) => ({ ...one, roleName: `Role ${one.roleId}` }));
    const kept = (user.permissions ?? []).filter(({ roleId }) => !given.some((one) => one.roleId === roleId));
    const all = isWhole ? given : [...kept, ...given];
    this.users = this.users.map((one) => (one === user ? { ...one, permissions: all } : one));
    return all;
  }

  #page(name: string, items: readonly unknown[], query: URLSearchParams): unknown {
    const start = Number(query.get("pagination.cursor") ?? 0);
    const end = start + Number(query.get("pagination.count") ?? 200);
    const next = end < items.length ? String(end) : null;
    const previous = start > 0 ? String(Math.max(0, start * 2 - end)) : null;
    const pagination = { current: String(start), next, previous, totalEntries: items.length };
    return { [name]: items.slice(start, end), pagination };
  }
}
