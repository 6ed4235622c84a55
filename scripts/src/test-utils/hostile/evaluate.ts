import { createContext, runInContext, type Context } from "node:vm";
import ts from "typescript";

const COMPILER: ts.CompilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2023 };

/** Lists the property names of the global object, of its members and of their prototypes. */
const NAMES = `JSON.stringify([globalThis, ...Object.getOwnPropertyNames(globalThis).map((name) => globalThis[name])]
  .filter((value) => Object(value) === value)
  .flatMap((value) => [value, Object(value.prototype)])
  .map((value) => Reflect.ownKeys(value).map(String)))`;

/**
 * Runs modules in a new realm, in which every imported name is an identity function.
 *
 * @throws {Error} If a module throws or changes a global.
 */
export function evaluate(modules: readonly string[]): void {
  const context = createContext({ __proto__: null });
  const before = namesIn(context);
  for (const code of modules) {
    const { outputText } = ts.transpileModule(code, { compilerOptions: COMPILER });
    const prelude = "const exports = {}; const require = () => new Proxy({}, { get: () => (value) => value });";
    runInContext(`(() => {${prelude}\n${outputText}\n})()`, context);
  }
  if (namesIn(context) !== before) throw new Error(`A global was changed\n${modules.join("\n")}`);
}

function namesIn(context: Context): string {
  return String(runInContext(NAMES, context));
}
