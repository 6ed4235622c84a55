/** What the API speaks; the first is what it answers with when nothing it knows was asked for. */
const MEDIA_TYPES = [
  "application/vnd.segment.v1+json",
  "application/vnd.segment.v1beta+json",
  "application/vnd.segment.v1alpha+json",
  "application/json",
];

/** The first media type of an `Accept` header that the API speaks. Weights are not read. */
export function answerType(accept: string | null): string {
  const asked = (accept ?? "").split(",").map((range) => range.split(";")[0]?.trim().toLowerCase());
  return asked.flatMap((type) => MEDIA_TYPES.filter((known) => known === type))[0] ?? MEDIA_TYPES[0] ?? "";
}
