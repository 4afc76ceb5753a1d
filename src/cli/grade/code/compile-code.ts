/**
 * Students' TypeScript as JavaScript, which runs nothing of it. The compiler is TypeScript's own, and is
 * there for who grades code only: a package does not bring it along.
 */
import type { Diagnostic } from 'typescript';
import { UngradableError } from '../../../grade/submissions/submission';

/** @returns what keeps code from being compiled here; `undefined` where nothing does */
export function missingForCompiling(): string | undefined {
  try {
    // The native one, from 7 on, has no such function.
    if ('transpileModule' in typescript()) return undefined;
  } catch {
    // As good as the wrong one.
  }
  return 'TypeScript: npm install typescript@6';
}

/**
 * @param name of the file, for what is said of it
 * @returns JavaScript for `require`
 * @throws UngradableError where it is no TypeScript, with what the compiler says and where
 */
export function compileCode(name: string, text: string): string {
  const { transpileModule, ModuleKind, ScriptTarget } = typescript();
  const { outputText, diagnostics = [] } = transpileModule(text, {
    fileName: name.replace(/\.js$/i, '.ts'),
    reportDiagnostics: true,
    compilerOptions: {
      module: ModuleKind.CommonJS,
      target: ScriptTarget.ES2022,
      esModuleInterop: true,
    },
  });
  const [first] = diagnostics;
  if (first !== undefined) throw new UngradableError(`${name}${complaintOf(first)}`);
  return outputText;
}

function complaintOf({ file, start = 0, messageText }: Diagnostic): string {
  const { flattenDiagnosticMessageText } = typescript();
  const { line = 0, character = 0 } = file?.getLineAndCharacterOfPosition(start) ?? {};
  const place = `:${line + 1}:${character + 1}`;
  return `${place}: ${flattenDiagnosticMessageText(messageText, ' ')}`;
}

function typescript(): typeof import('typescript') {
  return require('typescript');
}
