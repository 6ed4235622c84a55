import type { AccessPermissionV1, PermissionInputV1, UserV1 } from "@segment-iam/client";
import type { DeferredRequest } from "./deferred-api.ts";

/** A workspace in memory that carries out deferred requests when the test calls `handle`. */
export class FakeWorkspace {
  users: UserV1[];
  invites: string[];
  #added = 0;

  constructor(userIds: readonly string[], invites: readonly string[]) {
    this.users = userIds.map((id) => ({ id, name: id, email: `${id}@example.com`, permissions: [] }));
    this.invites = [...invites];
  }

  /** Adds a user and an invite, as if another client had added them. */
  addOther(): void {
    this.#added += 1;
    const name = `other${this.#added}`;
    this.users = [...this.users, { id: name, name, email: `${name}@example.com`, permissions: [] }];
    this.invites = [...this.invites, `${name}@x`];
  }

  /** Handles a request. Returns the data of the response, or `undefined` for a 404. */
  handle({ method, path, query, body }: DeferredRequest): unknown {
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
    const { permissions } = (body ?? {}) as { permissions: PermissionInputV1[] };
    return user && { permissions: this.#setPermissions(user, permissions, method === "PUT") };
  }

  #setPermissions(user: UserV1, permissions: PermissionInputV1[], isReplacement: boolean): AccessPermissionV1[] {
    const written = permissions.map((one) => ({ ...one, roleName: `Role ${one.roleId}` }));
    const kept = (user.permissions ?? []).filter(({ roleId }) => !written.some((one) => one.roleId === roleId));
    const all = isReplacement ? written : [...kept, ...written];
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
