import type { Program, Statement } from '../engine/ir.ts';
import { javascriptClass, javascriptFunction } from './javascript-definitions.ts';
import { javascriptExpression } from './javascript-expressions.ts';
import { javascriptStatement } from './javascript-statements.ts';
import { javascriptTarget } from './javascript-targets.ts';
import type { Lower } from './lower.ts';
import { createNames, type Scope } from './scope.ts';
import { fieldOf, type SyntaxNode } from './syntax-node.ts';

/** Lowers a JavaScript, TypeScript or TSX file. */
export function lowerJavascript(root: SyntaxNode, text: string): Omit<Program, 'size'> {
  const names = createNames();
  const lower: Lower = {
    text,
    names,
    exports: new Set(),
    expression: (node, scope) => javascriptExpression(node, scope, lower),
    statements: (nodes, scope) => lowerBlock(nodes, scope, lower),
    target: (node, scope, declareIn) => javascriptTarget({ node, scope, declareIn, lower }),
    functionCode: (node, scope, options) => javascriptFunction({ node, scope, lower, ...options }),
    classCode: (node, scope) => javascriptClass(node, scope, lower),
  };
  const scope = names.open('module', undefined);
  // Imports count from the beginning, wherever they stand.
  const isImport = (node: SyntaxNode): boolean => node.type === 'import_statement';
  const nodes = [...root.children.filter(isImport), ...root.children.filter(node => !isImport(node))];
  const body = lower.statements(nodes, scope);
  return { language: 'javascript', body, exports: lower.exports };
}

/** Declares what is hoisted to the block first, so that functions may be used above their definition. */
function lowerBlock(nodes: readonly SyntaxNode[], scope: Scope, lower: Lower): readonly Statement[] {
  for (const node of nodes) declareHoisted(node, scope, lower);
  const hoisted: Statement[] = [];
  const rest: Statement[] = [];
  for (const node of nodes) {
    for (const statement of javascriptStatement(node, scope, lower)) {
      (statement.kind === 'function' || statement.kind === 'import' ? hoisted : rest).push(statement);
    }
  }
  return [...hoisted, ...rest];
}

function declareHoisted(node: SyntaxNode, scope: Scope, lower: Lower): void {
  switch (node.type) {
    case 'export_statement': {
      const declaration = fieldOf(node, 'declaration');
      if (declaration !== undefined) declareHoisted(declaration, scope, lower);
      break;
    }
    case 'function_declaration':
    case 'generator_function_declaration':
    case 'class_declaration':
    case 'abstract_class_declaration':
    case 'enum_declaration': {
      const name = fieldOf(node, 'name');
      if (name !== undefined) lower.names.declare(scope, lower.text.slice(name.start, name.end));
      break;
    }
    case 'lexical_declaration':
    case 'variable_declaration':
      for (const declarator of node.children) {
        const name = fieldOf(declarator, 'name');
        if (name?.type === 'identifier') lower.names.declare(scope, lower.text.slice(name.start, name.end));
      }
      break;
    default:
  }
}
