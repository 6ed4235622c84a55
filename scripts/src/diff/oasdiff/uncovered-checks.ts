/** The checks of oasdiff without a rule, by the reason why there is none. */
export const UNCOVERED_CHECKS: Record<string, string> = {
  "They judge how long before its removal a part was deprecated. That is a policy of the API, not a difference. The change of the key itself is reported.":
    "api-deprecated-sunset-missing api-deprecated-sunset-parse api-path-sunset-parse api-sunset-date-changed-too-small " +
    "api-sunset-date-too-small request-parameter-deprecated-sunset-missing request-parameter-sunset-date-changed-too-small " +
    "request-parameter-sunset-date-too-small request-parameter-sunset-parse request-property-deprecated-sunset-invalid " +
    "request-property-deprecated-sunset-missing request-property-sunset-date-too-small " +
    "response-property-deprecated-sunset-invalid response-property-deprecated-sunset-missing " +
    "response-property-sunset-date-too-small",
  "They judge info.version, which does not determine the versions of the packages.":
    "api-major-version-not-bumped api-version-decreased api-version-not-bumped",
  "They judge the value of an extension that the generator does not read. Its change is reported.":
    "api-invalid-stability-level",
  "The generator rejects an operation without operationId.": "api-operation-id-added",
  "The generator rejects a JSON body without a schema.":
    "request-body-media-type-schema-added request-body-media-type-schema-removed " +
    "response-body-media-type-schema-added response-body-media-type-schema-removed",
};
