import type { Model, Server } from "../../model/model.ts";
import { canonicalJson } from "../../schema/canonical-json.ts";
import { isObject, type Json, type JsonObject } from "../../spec/json.ts";
import type { Finding, Pair } from "../api-change.ts";

/** Compares the servers of two documents. Pairs them by region, then by URL. */
export function compareServers({ before, after }: Pair<Model>): Finding[] {
  const findings: Finding[] = [];
  const added = new Map(after.servers.map((server) => [server.region, server]));
  const unmatched = before.servers.filter((server) => !added.has(server.region));
  for (const server of before.servers) {
    const current = added.get(server.region);
    if (!current) continue;
    added.delete(server.region);
    findings.push(...compareServer({ before: server, after: current }));
    if (server.url === current.url) findings.push(...compareVariables({ before, after }, server.region));
  }
  for (const server of unmatched) {
    const renamed = [...added.values()].find(({ url }) => url === server.url);
    if (renamed) {
      added.delete(renamed.region);
      const texts = { before: server.region, after: renamed.region };
      findings.push({ kind: "region-renamed", subject: server.region, ...texts, isGuess: true });
    } else findings.push({ kind: "region-removed", subject: server.region, before: server.url });
  }
  for (const { region, url } of added.values()) findings.push({ kind: "region-added", subject: region, after: url });
  return [...findings, ...compareDefaults({ before, after }), ...compareToken({ before, after })];
}

function compareServer({ before, after }: Pair<Server>): Finding[] {
  const subject = after.region;
  const findings: Finding[] = [];
  if (before.url !== after.url) {
    findings.push({ kind: "server-url-changed", subject, before: before.url, after: after.url });
  }
  if (before.description !== after.description) findings.push({ kind: "docs-changed", subject });
  return findings;
}

/** Compares the URL templates and variables of servers whose URLs are the same. */
function compareVariables({ before, after }: Pair<Model>, region: string): Finding[] {
  const texts = { before: templateOf(before, region), after: templateOf(after, region) };
  return texts.before === texts.after ? [] : [{ kind: "server-variables-changed", subject: region, ...texts }];
}

function templateOf({ document, servers }: Model, region: string): string {
  const index = servers.findIndex((server) => server.region === region);
  const list = (document as unknown as JsonObject)["servers"];
  const server: Json | undefined = Array.isArray(list) ? list[index] : undefined;
  if (!isObject(server)) return "none";
  return `${String(server["url"])} ${canonicalJson(server["variables"] ?? {}, false)}`;
}

/** The first server is the default. A renamed or removed one is reported as such. */
function compareDefaults({ before, after }: Pair<Model>): Finding[] {
  const [old, current] = [before.servers[0], after.servers[0]];
  const isKept = after.servers.some(({ region }) => region === old?.region);
  if (!old || !current || !isKept || old.region === current.region) return [];
  return [{ kind: "default-region-changed", subject: "servers", before: old.region, after: current.region }];
}

function compareToken({ before, after }: Pair<Model>): Finding[] {
  if (before.requiresToken === after.requiresToken) return [];
  return [{ kind: after.requiresToken ? "token-required" : "token-optional", subject: "createIamClient" }];
}
