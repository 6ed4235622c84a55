import type { Path } from "../spec/json.ts";
import type { Report } from "../spec/spec-error.ts";

/** A part of the document that needs a name. */
export interface NameRequest {
  /** The part in messages, such as ``operation `users.list` ``. */
  label: string;
  /** The name in the document. */
  original: string;
  /** Returns the location of the part. */
  at(): Path;
  /** The `x-name` of the part. */
  chosen: string | undefined;
  /** The preferred name. */
  base: string;
  /** Appended until the name is free. */
  suffix: string;
  /** Returns whether a name is valid for the part. */
  isValid(name: string): boolean;
  /** Returns all names that the part reserves if it has this name. */
  namesOf(name: string): string[];
}

/** Reports errors and warnings. */
export interface Reports {
  report: Report;
  warn: Report;
}

/**
 * Chooses a free name for each request. Earlier requests have priority.
 *
 * An `x-name` comes first. Then each request gets its preferred name if all names derived from it are free. The other requests append
 * their suffix until a name is free. So a name with a suffix never displaces a preferred name.
 *
 * @param owners the reserved names, each with a text for messages. The function adds the names that it assigns.
 */
export function claimNames(
  requests: readonly NameRequest[],
  owners: Map<string, string>,
  { report, warn }: Reports,
): Map<NameRequest, string> {
  const names = new Map<NameRequest, string>();
  const ownerOf = ({ isValid, namesOf }: NameRequest, name: string): [name: string, owner: string] | undefined => {
    if (!isValid(name)) return [name, "a reserved word"];
    return namesOf(name).flatMap((used): [string, string][] => {
      const owner = owners.get(used);
      return owner === undefined ? [] : [[used, owner]];
    })[0];
  };
  const claim = (request: NameRequest, name: string): void => {
    names.set(request, name);
    for (const used of request.namesOf(name)) owners.set(used, `already used by the ${request.label}`);
  };

  /** The requests with an `x-name`, by each name that they reserve. */
  const choosers = new Map<string, NameRequest>();
  for (const request of requests) {
    if (request.chosen === undefined) continue;
    const place = [...request.at(), "x-name"];
    const [name, owner] = ownerOf(request, request.chosen) ?? [];
    if (!request.isValid(request.chosen)) {
      const fix = "Use ASCII letters and digits, start with a letter, and avoid reserved words";
      report(place, `The \`x-name\` ${JSON.stringify(request.chosen)} is not a valid name`, fix);
    } else if (name !== undefined) {
      report(place, `The name \`${name}\` of the ${request.label} is ${owner}`, "Choose another `x-name`");
    } else {
      claim(request, request.chosen);
      for (const used of request.namesOf(request.chosen)) choosers.set(used, request);
    }
  }

  let waiting = requests.filter((request) => !names.has(request)).map((request) => ({ request, name: request.base }));
  const reasons = new Map<NameRequest, string>();
  while (waiting.length > 0) {
    const blocked: typeof waiting = [];
    for (const { request, name } of waiting) {
      const taken = ownerOf(request, name);
      const chooser = taken && choosers.get(taken[0]);
      if (chooser && !reasons.has(request)) {
        const reason = `The name \`${taken[0]}\` of the ${chooser.label} is already used by the ${request.label}`;
        report([...chooser.at(), "x-name"], reason, "Choose another `x-name`");
      }
      if (!taken) {
        claim(request, name);
      } else {
        if (!reasons.has(request)) reasons.set(request, `\`${taken[0]}\` is ${taken[1]}`);
        blocked.push({ request, name: name + request.suffix });
      }
    }
    waiting = blocked;
  }
  for (const [request, reason] of reasons) {
    if (request.chosen !== undefined) continue;
    const renamed = `The ${request.label} is renamed to \`${names.get(request)}\`, because ${reason}`;
    // Schemas and inputs have no such key, so the position is that of the part.
    warn([...request.at(), "operationId"], renamed, "Set `x-name` to choose another name");
  }
  return names;
}
