import type { ResourceV1 } from "@segment-iam/client";
import {
  IconBuilding,
  IconBuildingWarehouse,
  IconCube,
  IconMathFunction,
  IconPlanet,
  IconPlug,
  type Icon,
} from "@tabler/icons-react";

/** What a permission can be about. */
export type ResourceType = ResourceV1["type"];

/** How a type of resource is shown. */
interface ResourceTypeLook {
  readonly label: string;
  readonly plural: string;
  readonly icon: Icon;
}

/** Every type the API knows: one that is added to it is missing here, and fails type-checking. */
const resourceTypes: Readonly<Record<ResourceType, ResourceTypeLook>> = {
  WORKSPACE: { label: "Workspace", plural: "workspaces", icon: IconBuilding },
  SOURCE: { label: "Source", plural: "sources", icon: IconPlug },
  WAREHOUSE: { label: "Warehouse", plural: "warehouses", icon: IconBuildingWarehouse },
  FUNCTION: { label: "Function", plural: "functions", icon: IconMathFunction },
  SPACE: { label: "Space", plural: "spaces", icon: IconPlanet },
};

/** How to show a resource, also one of a type that the API has learnt since. */
export function resourceLook(type: string): ResourceTypeLook {
  return isResourceType(type) ? resourceTypes[type] : { label: type, plural: type, icon: IconCube };
}

/** The same for a select. */
export const resourceTypeOptions = Object.entries(resourceTypes).map(([value, { label }]) => ({ value, label }));

/** Tells a type that the API knows from any other text. */
export function isResourceType(text: string | null): text is ResourceType {
  return text !== null && Object.hasOwn(resourceTypes, text);
}
