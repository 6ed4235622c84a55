import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { answerUsers } from "./answer-users.ts";

/** A process that loads a bundle of `count-renders.tsx` in a page: React looks for it as soon as it is loaded, and libraries for `fetch`. */
const [bundle = ""] = process.argv.slice(2);
const { JSDOM } = createRequire(bundle)("jsdom");
const { window } = new JSDOM("<!doctype html>");
Object.assign(globalThis, { window, document: window.document, fetch: answerUsers() });
const { countRenders } = await import(pathToFileURL(bundle).href);
process.send?.(await countRenders());
process.disconnect();
