import type { Path } from "../spec/json.ts";
import type { OpenApiOperation } from "../spec/openapi.ts";
import { follow } from "../spec/references.ts";
import { preferredContent, type Building } from "./building.ts";
import { ENVELOPE_MEMBER } from "./conventions.ts";
import { membersOf } from "./members.ts";
import type { Success } from "./model.ts";
import { indexed, memberType, typeOf } from "./type-of.ts";

/** What a successful call answers. */
export function buildSuccess(
  building: Building,
  id: string,
  operation: OpenApiOperation,
  at: Path,
): Success | undefined {
  const { document, report } = building;
  const statuses = Object.keys(operation.responses ?? {}).filter((status) => /^2\d\d$/.test(status));
  const status = statuses.toSorted()[0];
  const written = status === undefined ? undefined : operation.responses?.[status];
  if (status === undefined || written === undefined) {
    report(at, "No success is described", "Add a response with a status from 200 to 299");
    return undefined;
  }
  const { value: response } = follow(document, written, at);
  if (Object.keys(response.content ?? {}).length === 0) {
    return { status: Number(status) };
  }
  const place = [...at, "responses", status];
  const content = preferredContent(response.content ?? {});
  if (content?.schema === undefined) {
    report(
      place,
      `The response ${status} has no JSON schema`,
      "Describe it as application/json; others are not supported yet",
    );
    return undefined;
  }
  const { schema, mediaType } = content;
  const data = membersOf(document, schema).get(ENVELOPE_MEMBER);
  if (data === undefined) {
    const reason = `The response ${status} has no member \`${ENVELOPE_MEMBER}\``;
    report(place, reason, `Put its result in \`${ENVELOPE_MEMBER}\`; answers without it are not supported yet`);
    return undefined;
  }
  const envelope = typeOf(schema, indexed("operations", id, "responses", status, "content", mediaType));
  return {
    status: Number(status),
    schema,
    data: { schema: data.schema, type: memberType(ENVELOPE_MEMBER, data, envelope) },
  };
}
