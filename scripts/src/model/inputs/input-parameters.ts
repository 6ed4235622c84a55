import type { Path } from "../../spec/json.ts";
import {
  METHOD_KEYS,
  type OpenApiDocument,
  type OpenApiParameter,
  type OpenApiPathItem,
  type OrReference,
} from "../../spec/openapi.ts";
import { follow, type Located } from "../../spec/references.ts";

/** A parameter that callers pass as one input. */
export interface InputParameter extends Located<OpenApiParameter> {
  /** The parameter in the document, which can be a reference. With an `x-input`, the parameter that `x-input` describes. */
  declared: OrReference<OpenApiParameter>;
  /** The parameters in the document with this `x-input`. Empty without `x-input`. */
  parts: Located<OpenApiParameter>[];
}

/**
 * Returns the parameters that callers pass. Parameters with an `x-input` of the same name become one parameter, at the place of the first.
 *
 * The client sends such a parameter in dotted form, so that each part is one parameter of the request.
 */
export function inputParameters(
  document: OpenApiDocument,
  parameters: readonly OrReference<OpenApiParameter>[] = [],
  at: Path = [],
): InputParameter[] {
  const wholes = new Map<string, InputParameter>();
  return parameters.flatMap((declared, index): InputParameter[] => {
    const parameterPath = [...at, "parameters", index];
    const part = follow(document, declared, parameterPath);
    const { "x-input": input, in: location, required } = part.value;
    if (input === undefined) {
      // A description next to a reference overrides that of its target.
      const { description = part.value.description } = declared;
      const value = description === undefined ? part.value : { ...part.value, description };
      return [{ value, at: parameterPath, declared, parts: [] }];
    }
    const whole = wholes.get(input.name);
    if (whole) {
      Object.assign(whole.value, input, required && { required });
      whole.parts.push(part);
      return [];
    }
    const value: OpenApiParameter = { ...input, in: location, style: "deepObject", ...(required && { required }) };
    const added: InputParameter = { value, at: [...part.at, "x-input"], declared: value, parts: [part] };
    wholes.set(input.name, added);
    return [added];
  });
}

/** Returns a copy of the paths of a document, with the parameters that callers pass. */
export function inputPaths(document: OpenApiDocument): OpenApiDocument["paths"] {
  const replace = <Holder extends { parameters?: OrReference<OpenApiParameter>[] }>(holder: Holder): Holder => {
    if (holder.parameters === undefined) return holder;
    return { ...holder, parameters: inputParameters(document, holder.parameters).map(({ declared }) => declared) };
  };
  const replaceAll = (item: OpenApiPathItem): OpenApiPathItem => {
    const copy = { ...replace(item) };
    for (const key of METHOD_KEYS) {
      if (copy[key] !== undefined) copy[key] = replace(copy[key]);
    }
    return copy;
  };
  return Object.fromEntries(Object.entries(document.paths).map(([path, item]) => [path, replaceAll(item)]));
}
