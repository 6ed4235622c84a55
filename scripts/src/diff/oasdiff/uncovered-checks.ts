/** The checks of oasdiff without a rule, by the reason why there is none. */
export const UNCOVERED_CHECKS: Record<string, string> = {
  "The check requires a time between deprecation and removal, which is a policy of the API. A change of the date is reported.":
    "api-deprecated-sunset-missing api-deprecated-sunset-parse api-path-sunset-parse api-sunset-date-changed-too-small " +
    "api-sunset-date-too-small request-parameter-deprecated-sunset-missing request-parameter-sunset-date-changed-too-small " +
    "request-parameter-sunset-date-too-small request-parameter-sunset-parse request-property-deprecated-sunset-invalid " +
    "request-property-deprecated-sunset-missing request-property-sunset-date-too-small " +
    "response-property-deprecated-sunset-invalid response-property-deprecated-sunset-missing " +
    "response-property-sunset-date-too-small",
  "The check validates info.version, which does not determine the versions of the packages.":
    "api-major-version-not-bumped api-version-decreased api-version-not-bumped",
  "The check validates an extension that the generator does not read. A change of the extension is reported.":
    "api-invalid-stability-level",
  "The generator rejects a JSON body without a schema.":
    "request-body-media-type-schema-added request-body-media-type-schema-removed " +
    "response-body-media-type-schema-added response-body-media-type-schema-removed",
};
