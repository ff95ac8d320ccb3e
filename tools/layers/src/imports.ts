// What a TypeScript file imports: static, dynamic, re-exported and as types.
import ts from "typescript";

/** One import of a file. `isExport` where it is re-exported (`export … from`). */
export interface Import {
  readonly specifier: string;
  readonly line: number;
  readonly isExport: boolean;
}

/** All imports of a source text in their order, those inside functions and type positions included. */
export function importsOf(path: string, text: string): readonly Import[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023);
  const found: Import[] = [];
  const add = (node: ts.Node | undefined, isExport = false): void => {
    if (node !== undefined && ts.isStringLiteralLike(node))
      found.push({ specifier: node.text, line: file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1, isExport });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier);
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, true);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0]);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
