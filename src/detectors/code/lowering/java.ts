import type { Program, Statement } from '../engine/ir.ts';
import { declareTypes, javaClass, javaFunction, javaTypeStatements } from './java-definitions.ts';
import { javaExpression } from './java-expressions.ts';
import type { JavaLower } from './java-lower.ts';
import { javaStatement } from './java-statements.ts';
import { javaTarget } from './java-targets.ts';
import { spanOf, textOf } from './lower.ts';
import { createNames } from './scope.ts';
import { namedOf, type SyntaxNode } from './syntax-node.ts';

/** Lowers a Java file. Classes from elsewhere go by their simple names, whatever their package. */
export function lowerJava(root: SyntaxNode, text: string): Omit<Program, 'size'> {
  const names = createNames();
  const module = names.open('module', undefined);
  const lower: JavaLower = {
    text,
    names,
    module,
    exports: new Set(),
    fieldOwners: new Map(),
    methodNames: new Map(),
    assigned: new Set(),
    types: new Map(),
    expression: (node, scope) => javaExpression(node, scope, lower),
    statements: (nodes, scope) => nodes.flatMap(node => javaStatement(node, scope, lower)),
    target: (node, scope, declareIn) => javaTarget({ node, scope, declareIn, lower }),
    functionCode: (node, scope, options) => javaFunction({ ...options, node, scope, lower }),
    classCode: (node, scope) => javaClass(node, scope, lower).code,
  };
  declareTypes(root.children, module, lower);
  const imports = root.children.flatMap(node =>
    node.type === 'import_declaration' ? importStatements(node, lower) : [],
  );
  const body = root.children.flatMap(node => javaTypeStatements(node, module, lower));
  return { language: 'java', body: [...imports, ...body], exports: lower.exports };
}

/** A static import binds a name; any other only says what the file uses. */
function importStatements(node: SyntaxNode, lower: JavaLower): readonly Statement[] {
  const [path] = namedOf(node);
  if (path === undefined) return [];
  const full = textOf(lower, path);
  const last = full.slice(full.lastIndexOf('.') + 1);
  const isStatic = node.children.some(child => child.type === 'static');
  const isWildcard = node.children.some(child => child.type === 'asterisk');
  const span = spanOf(node);
  const uses: Statement = { kind: 'import', ...span, variable: lower.names.fresh(last), ref: full };
  if (!isStatic || isWildcard) return [uses];
  const ref = full.split('.').slice(-2).join('.');
  return [uses, { kind: 'import', ...span, variable: lower.names.declare(lower.module, last), ref }];
}
