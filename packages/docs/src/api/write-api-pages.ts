import { join } from "node:path";
import {
  Application,
  PageEvent,
  ReflectionKind,
  type Comment,
  type ProjectReflection,
  type TypeDocOptions,
} from "typedoc";
import type { PluginOptions } from "typedoc-plugin-markdown";
import { readEntryPoints, type EntryPoint } from "./entry-points.ts";

/** The heading and link of a re-exported name, with the horizontal rule below. They become one list item. */
const REFERENCE = /### .+\n\nRe-exports (\[.+\]\(.+\))\n(?:\n\*\*\*\n\n)?/g;

/** The anchor of a table row. Rspress turns an `a` element without `href` into a link to the home page. */
const ANCHOR = /<a( id="[^"]*")><\/a>/g;

/**
 * Writes a page for each export of the published packages, from the doc comments of their sources.
 *
 * @throws {Error} If TypeDoc reports an error.
 */
export async function writeApiPages(root: string, directory: string, navigationFile: string): Promise<void> {
  const entryPoints = readEntryPoints(root);
  const options: TypeDocOptions & Partial<PluginOptions> = {
    entryPoints: entryPoints.map(({ source }) => source),
    tsconfig: join(import.meta.dirname, "tsconfig.json"),
    basePath: root,
    out: directory,
    plugin: ["typedoc-plugin-markdown"],
    name: "API reference",
    readme: "none",
    logLevel: "Error",
    // `pnpm test` already type-checks the packages, with their own settings.
    skipErrorChecking: true,
    excludeExternals: true,
    excludeInternal: true,
    excludePrivate: true,
    disableSources: true,
    router: "member",
    entryFileName: "index",
    navigationJson: navigationFile,
    hidePageHeader: true,
    hideBreadcrumbs: true,
    // Doc comments contain untrusted text of the API document.
    sanitizeComments: true,
    useCodeBlocks: true,
    indexFormat: "table",
    parametersFormat: "table",
    interfacePropertiesFormat: "table",
    classPropertiesFormat: "table",
    typeAliasPropertiesFormat: "table",
    typeDeclarationFormat: "table",
    propertyMembersFormat: "table",
    tableColumnSettings: { hideInherited: true, hideModifiers: true, hideOverrides: true, leftAlignHeaders: true },
    pageTitleTemplates: {
      index: "API reference",
      module: ({ name }) => `@segment-iam/${name}`,
      member: ({ name }) => name,
    },
  };
  const application = await Application.bootstrapWithPlugins(options as TypeDocOptions);
  const project = await application.convert();
  if (!project) throw new Error("TypeDoc could not read the packages");
  nameModules(project, entryPoints);
  uniteDescriptions(project);
  application.renderer.on(PageEvent.END, (page) => {
    if (page.contents) page.contents = page.contents.replace(REFERENCE, "- $1\n").replace(ANCHOR, "<span$1></span>");
  });
  await application.generateOutputs(project);
  if (application.logger.hasErrors()) throw new Error("TypeDoc could not write the API pages");
}

/** Names modules after their import paths instead of their source files. */
function nameModules(project: ProjectReflection, entryPoints: readonly EntryPoint[]): void {
  const modules = project.getChildrenByKind(ReflectionKind.Module);
  for (const module of modules) {
    const source = project.getSymbolIdFromReflection(module)?.fileName;
    const entryPoint = entryPoints.find((candidate) => candidate.source === source);
    if (!entryPoint) throw new Error(`No entry point has the source ${source}`);
    module.name = entryPoint.name;
  }
}

/** Moves the text of each `@description` tag, which openapi-typescript writes, to the summary of its comment. */
function uniteDescriptions(project: ProjectReflection): void {
  for (const { comment } of Object.values(project.reflections)) if (comment) uniteDescription(comment);
}

function uniteDescription(comment: Comment): void {
  const texts = comment.getTags("@description").flatMap(({ content }) => content);
  comment.summary.push(...texts);
  comment.removeTags("@description");
}
