import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, it } from "vitest";

import { REPOSITORY } from "../repository.ts";
import { documentOfPaths } from "../test-utils/documents/document-of-paths.ts";
import { invalidationsIn } from "../test-utils/invalidations-in.ts";
import { modelOf } from "../test-utils/model-of.ts";

const lines = readFileSync(join(REPOSITORY, "scripts/fixtures/segment-operations.txt"), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"));
const { operations, warnings } = modelOf(documentOfPaths(lines));
const invalidations = new Map(operations.map((operation) => [operation.id, invalidationsIn(operation)]));

it.each<[write: string, ...reads: string[]]>([
  ["createCredential", "listCredentials", "getCredential", "listCredentialConsumers"],
  ["updateCredential", "listCredentials", "getCredential(credentialId)", "listCredentialConsumers(credentialId)"],
  [
    "createDestination",
    "listDestinations",
    "getDestination",
    "listDeliveryMetricsSummaryFromDestination",
    "listSubscriptionsFromDestination",
    "getSubscriptionFromDestination",
  ],
  [
    "updateDestination",
    "listDestinations",
    "getDestination(destinationId)",
    "listDeliveryMetricsSummaryFromDestination(destinationId)",
    "listSubscriptionsFromDestination(destinationId)",
    "getSubscriptionFromDestination(destinationId)",
  ],
  [
    "removeSubscriptionFromDestination",
    "listDestinations",
    "getDestination(destinationId)",
    "listSubscriptionsFromDestination(destinationId)",
    "getSubscriptionFromDestination(destinationId, id)",
  ],
  ["createFilterForDestination", "listFiltersFromDestination(destinationId)", "getFilterInDestination(destinationId)"],
  [
    "updateFilterForDestination",
    "listFiltersFromDestination(destinationId)",
    "getFilterInDestination(destinationId, filterId)",
  ],
  ["previewDestinationFilter"],
  ["updateFilterById", "listFiltersForSpace", "getFilterById(id)"],
  ["createFunctionDeployment", "listFunctions", "getFunction(functionId)"],
  [
    "restoreFunctionVersion",
    "listFunctions",
    "getFunction(functionId)",
    "listFunctionVersions(functionId)",
    "getFunctionVersion(functionId)",
  ],
  ["replaceUsersInUserGroup"],
  ["addUsersToUserGroup", "listUserGroups", "getUserGroup(userGroupId)", "listUsersFromUserGroup(userGroupId)"],
  ["replacePermissionsForUserGroup", "listUserGroups", "getUserGroup(userGroupId)"],
  [
    "deleteUserGroup",
    "listUserGroups",
    "getUserGroup(userGroupId)",
    "listInvitesFromUserGroup(userGroupId)",
    "listUsersFromUserGroup(userGroupId)",
  ],
  ["createInvites", "listInvites"],
  ["deleteLabel", "listLabels"],
  ["createWorkspaceRegulation", "listWorkspaceRegulations", "listRegulationsFromSource", "getRegulation"],
  ["createSourceRegulation", "listWorkspaceRegulations", "listRegulationsFromSource(sourceId)"],
  ["createCloudSourceRegulation", "listWorkspaceRegulations"],
  [
    "cancelReverseETLSyncForModel",
    "listReverseEtlModels",
    "getReverseEtlModel(modelId)",
    "getReverseETLSyncStatus(modelId, syncId)",
  ],
  [
    "updateReverseEtlModel",
    "listReverseEtlModels",
    "getReverseEtlModel(modelId)",
    "listReverseETLSyncStatusesFromModelAndSubscriptionId(modelId)",
    "getReverseETLSyncStatus(modelId)",
  ],
  [
    "createSource",
    "listSources",
    "getSource",
    "listConnectedDestinationsFromSource",
    "listConnectedWarehousesFromSource",
    "getLatestFromLivePlugins",
    "listSchemaSettingsInSource",
  ],
  [
    "updateSource",
    "listSources",
    "getSource(sourceId)",
    "listConnectedDestinationsFromSource(sourceId)",
    "listConnectedWarehousesFromSource(sourceId)",
    "getLatestFromLivePlugins(sourceId)",
    "listSchemaSettingsInSource(sourceId)",
  ],
  ["replaceLabelsInSource", "listSources", "getSource(sourceId)"],
  ["updateSchemaSettingsInSource", "listSources", "getSource(sourceId)", "listSchemaSettingsInSource(sourceId)"],
  ["createWriteKeyForSource", "listSources", "getSource(sourceId)"],
  ["deleteLivePluginCode", "listSources", "getSource(sourceId)"],
  ["createAudiencePreview", "listSpaces", "getSpace(spaceId)", "listAudiences(spaceId)", "getAudiencePreview(spaceId)"],
  [
    "updateAudienceForSpace",
    "listSpaces",
    "getSpace(spaceId)",
    "listAudiences(spaceId)",
    "listActivationsFromAudience(spaceId, audienceId=id)",
    "getActivationFromAudience(spaceId, audienceId=id)",
    "listDestinationsFromAudience(spaceId, audienceId=id)",
    "getAudience(spaceId, id)",
    "listAudienceConsumersFromSpaceAndAudience(spaceId, id)",
    "listAudienceSchedulesFromSpaceAndAudience(spaceId, id)",
    "getAudienceScheduleFromSpaceAndAudience(spaceId, id)",
  ],
  [
    "updateActivationForAudience",
    "listSpaces",
    "getSpace(spaceId)",
    "listAudiences(spaceId)",
    "listActivationsFromAudience(spaceId, audienceId)",
    "getActivationFromAudience(spaceId, audienceId, id)",
    "getAudience(spaceId, id=audienceId)",
  ],
  [
    "addActivationToAudience",
    "listSpaces",
    "getSpace(spaceId)",
    "listAudiences(spaceId)",
    "listDestinationsFromAudience(spaceId, audienceId)",
    "getAudience(spaceId, id=audienceId)",
  ],
  [
    "removeAudienceScheduleFromAudience",
    "listSpaces",
    "getSpace(spaceId)",
    "listAudiences(spaceId)",
    "getAudience(spaceId, id)",
    "listAudienceSchedulesFromSpaceAndAudience(spaceId, id)",
    "getAudienceScheduleFromSpaceAndAudience(spaceId, id, scheduleId)",
  ],
  [
    "updateSelectiveSyncForWarehouseAndSpace",
    "listSpaces",
    "getSpace(spaceId)",
    "listProfilesWarehouseInSpace(spaceId)",
    "listSelectiveSyncsFromWarehouseAndSpace(spaceId, warehouseId)",
  ],
  ["batchQueryMessagingSubscriptionsForSpace", "listSpaces", "getSpace(spaceId)"],
  [
    "replaceRulesInTrackingPlan",
    "listTrackingPlans",
    "getTrackingPlan(trackingPlanId)",
    "listRulesFromTrackingPlan(trackingPlanId)",
  ],
  ["deleteUsers", "listUsers", "getUser", "listUserGroupsFromUser"],
  ["replacePermissionsForUser", "listUsers", "getUser(userId)"],
  ["createValidationInWarehouse", "listWarehouses"],
  [
    "addConnectionFromSourceToWarehouse",
    "listWarehouses",
    "getWarehouse(warehouseId)",
    "listConnectedSourcesFromWarehouse(warehouseId)",
    "listSelectiveSyncsFromWarehouseAndSource(warehouseId, sourceId)",
    "listSyncsFromWarehouseAndSource(warehouseId, sourceId)",
  ],
])("%s invalidates the reads on its path, above it and below it", (write, ...reads) => {
  expect(invalidations.get(write)).toEqual(reads);
});

it("warns about the writes that invalidate nothing", () => {
  expect(warnings.map(({ at }) => `${String(at[2]).toUpperCase()} ${at[1]}`)).toEqual([
    "POST /customer-insights/download",
    "POST /dbt-model-syncs/trigger",
    "POST /destination/filters/preview",
    "PUT /group/{userGroupId}/users",
    "DELETE /group/{userGroupId}/users",
    "POST /reverse-etl-syncs",
  ]);
});
