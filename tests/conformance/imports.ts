import { posix } from 'node:path';
import ts from 'typescript';

/** One import of a source file, dynamic and re-exported ones included. */
export interface Import {
  line: number;
  /** Path from the project's folder, or the name of a package. */
  target: string;
  isPackage: boolean;
  /** Gone when the code runs. With `verbatimModuleSyntax`, `import { type A }` still loads its module. */
  isTypeOnly: boolean;
}

/** What a source file imports; of an Astro page, its code fence and its scripts. */
export function importsOf(path: string, text: string): Import[] {
  return (path.endsWith('.astro') ? partsOfAstro(text) : [{ code: text, linesBefore: 0 }]).flatMap(
    ({ code, linesBefore }) => {
      const source = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
      const found: Import[] = [];
      const visit = (node: ts.Node) => {
        const specifier = specifierOf(node);
        if (specifier !== null) {
          const isPackage = !specifier.startsWith('.');
          found.push({
            line: source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1 + linesBefore,
            target: isPackage ? specifier : posix.join(posix.dirname(path), specifier),
            isPackage,
            isTypeOnly: isTypeOnly(node),
          });
        }
        ts.forEachChild(node, visit);
      };
      visit(source);
      return found;
    },
  );
}

function specifierOf(node: ts.Node): string | null {
  const specifier =
    ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
      ? node.moduleSpecifier
      : ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
        ? node.arguments[0]
        : ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)
          ? node.argument.literal
          : undefined;
  return specifier && ts.isStringLiteralLike(specifier) ? specifier.text : null;
}

function isTypeOnly(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node)) return node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
  return ts.isExportDeclaration(node) ? node.isTypeOnly : ts.isImportTypeNode(node);
}

function partsOfAstro(text: string): { code: string; linesBefore: number }[] {
  const fence = /^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '';
  const scripts = [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => ({
    code: match[1] ?? '',
    linesBefore: text.slice(0, match.index).split('\n').length - 1,
  }));
  return [{ code: fence, linesBefore: 1 }, ...scripts];
}
