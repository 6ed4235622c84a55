/** A part of a document that nothing was generated for. */
export interface LeftOut {
  /** `GET /users` for an operation, `schemas/User` for a component. */
  what: string;
  /** Why, without a full stop. For what depends on another part, it names that part. */
  reason: string;
}
