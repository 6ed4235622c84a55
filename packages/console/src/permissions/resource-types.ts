import type { PermissionV1, ResourceV1 } from "@segment-iam/client";
import {
  IconBuilding,
  IconBuildingWarehouse,
  IconCube,
  IconMathFunction,
  IconPlanet,
  IconPlug,
  type Icon,
} from "@tabler/icons-react";

/** The type of a resource that a permission applies to. */
export type ResourceType = ResourceV1["type"];

interface ResourceTypeDisplay {
  readonly label: string;
  readonly plural: string;
  readonly icon: Icon;
}

/** Every resource type of the API. If the spec adds a type, type checking fails until the type is listed here. */
const resourceTypes: Readonly<Record<ResourceType, ResourceTypeDisplay>> = {
  WORKSPACE: { label: "Workspace", plural: "workspaces", icon: IconBuilding },
  SOURCE: { label: "Source", plural: "sources", icon: IconPlug },
  WAREHOUSE: { label: "Warehouse", plural: "warehouses", icon: IconBuildingWarehouse },
  FUNCTION: { label: "Function", plural: "functions", icon: IconMathFunction },
  SPACE: { label: "Space", plural: "spaces", icon: IconPlanet },
};

/** The resource types as options of a select. */
export const resourceTypeOptions = Object.entries(resourceTypes).map(([value, { label }]) => ({ value, label }));

/** Narrows a string to a known resource type. */
export function isResourceType(text: string | null): text is ResourceType {
  return text !== null && Object.hasOwn(resourceTypes, text);
}

/** Returns the label and icon of a resource type. For a type that is not in the spec, the label is the type itself. */
export function displayResourceType(type: string): ResourceTypeDisplay {
  return isResourceType(type) ? resourceTypes[type] : { label: type, plural: type, icon: IconCube };
}

/** Summarizes the resources of permissions: `Workspace`, `2 sources, 1 space` or `None`. */
export function summarizeResources(
  permissions: readonly { readonly resources?: PermissionV1["resources"] | undefined }[],
): string {
  const resources = permissions.flatMap(({ resources = [] }) => resources);
  const byType = Map.groupBy(resources, ({ type }) => type);
  const parts = Array.from(byType, ([type, sameType]) => {
    const count = new Set(sameType.map(({ id }) => id)).size;
    const { label, plural } = displayResourceType(type);
    if (count > 1) return `${count} ${plural}`;
    return type === "WORKSPACE" ? label : `1 ${label.toLowerCase()}`;
  });
  return parts.join(", ") || "None";
}
