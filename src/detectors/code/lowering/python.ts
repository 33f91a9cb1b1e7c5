import type { Program } from '../engine/ir.ts';
import { type Lower, textOf } from './lower.ts';
import { pythonClass, pythonFunction } from './python-definitions.ts';
import { pythonExpression } from './python-expressions.ts';
import { pythonStatement } from './python-statements.ts';
import { pythonTarget } from './python-targets.ts';
import { createNames, type Scope } from './scope.ts';
import { fieldOf, namedOf, type SyntaxNode } from './syntax-node.ts';

/** Lowers a Python file. Everything at module level counts as exported. */
export function lowerPython(root: SyntaxNode, text: string): Omit<Program, 'size'> {
  const names = createNames();
  const lower: Lower = {
    text,
    names,
    exports: new Set(),
    expression: (node, scope) => pythonExpression(node, scope, lower),
    statements(nodes, scope) {
      for (const node of nodes) declareHoisted(node, scope, lower);
      return nodes.flatMap(node => pythonStatement(node, scope, lower));
    },
    target: (node, scope, declareIn) => pythonTarget({ node, scope, declareIn, lower }),
    functionCode: (node, scope, options) => pythonFunction({ node, scope, lower, ...options }),
    classCode: (node, scope) => pythonClass(node, scope, lower),
  };
  const scope = names.open('module', undefined);
  return { language: 'python', body: lower.statements(root.children, scope), exports: lower.exports };
}

/** Functions and classes may be used, inside other functions, above their definition. */
function declareHoisted(node: SyntaxNode, scope: Scope, lower: Lower): void {
  const definition = node.type === 'decorated_definition' ? (fieldOf(node, 'definition') ?? node) : node;
  if (definition.type === 'function_definition' || definition.type === 'class_definition') {
    const name = fieldOf(definition, 'name');
    if (name !== undefined) lower.names.declare(scope, textOf(lower, name));
  }
  if (scope.kind !== 'module' || node.type !== 'expression_statement') return;
  const left =
    namedOf(node)[0]?.type === 'assignment' ? fieldOf(namedOf(node)[0] ?? node, 'left') : undefined;
  if (left?.type === 'identifier') lower.names.declare(scope, textOf(lower, left));
}
