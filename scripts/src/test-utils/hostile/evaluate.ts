import { createContext, runInContext, type Context } from "node:vm";
import ts from "typescript";

const COMPILER: ts.CompilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2023 };

/** What a program could change for everybody: the names of the global object, and those of everything it holds. */
const NAMES = `JSON.stringify([globalThis, ...Object.getOwnPropertyNames(globalThis).map((name) => globalThis[name])]
  .filter((value) => Object(value) === value)
  .flatMap((value) => [value, Object(value.prototype)])
  .map((value) => Reflect.ownKeys(value).map(String)))`;

/**
 * Runs modules in a world of their own, in which every import is a function that gives what it is given.
 *
 * @throws {Error} when one fails, or when they leave that world otherwise than it was.
 */
export function evaluate(modules: readonly string[]): void {
  const context = createContext({ __proto__: null });
  const before = namesIn(context);
  for (const code of modules) {
    const { outputText } = ts.transpileModule(code, { compilerOptions: COMPILER });
    const world = "const exports = {}; const require = () => new Proxy({}, { get: () => (given) => given });";
    runInContext(`(() => {${world}\n${outputText}\n})()`, context);
  }
  if (namesIn(context) !== before) throw new Error(`A global was changed\n${modules.join("\n")}`);
}

function namesIn(context: Context): string {
  return String(runInContext(NAMES, context));
}
