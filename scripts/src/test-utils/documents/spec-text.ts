/** A valid YAML document with one read and one write. */
export const SPEC = `openapi: 3.1.0
paths:
  /users:
    get:
      operationId: listUsers
      parameters:
        - { name: pagination, in: query, schema: { $ref: "#/components/schemas/PaginationInput" } }
      responses:
        "200": { $ref: "#/components/responses/Users" }
  /users/{userId}:
    parameters:
      - { name: userId, in: path, required: true, schema: { type: string } }
    put:
      operationId: renameUser
      requestBody:
        content:
          application/json:
            schema: { type: object, required: [name], properties: { name: { type: string } } }
      responses:
        "204": { description: Renamed. }
components:
  responses:
    Users:
      content:
        application/json:
          schema:
            type: object
            properties:
              data:
                type: object
                required: [users, pagination]
                properties:
                  users: { type: array, items: { $ref: "#/components/schemas/User" } }
                  pagination: { type: object }
  schemas:
    PaginationInput: { type: object, required: [count], properties: { count: { type: integer }, cursor: { type: string } } }
    User: { type: object, required: [id], properties: { id: { type: string } } }
servers: [{ url: https://api.example.com }]
`;

/** Returns `SPEC` with a part replaced. @throws {Error} If `SPEC` does not contain the part. */
export function specWith(part: string, replacement: string): string {
  if (!SPEC.includes(part)) throw new Error(`The document has no ${JSON.stringify(part)}`);
  return SPEC.replace(part, () => replacement);
}

/** Returns the number of the first line that contains `text`. */
export function lineOf(spec: string, text: string): number {
  const index = spec.split("\n").findIndex((line) => line.includes(text));
  if (index === -1) throw new Error(`No line contains ${JSON.stringify(text)}`);
  return index + 1;
}
