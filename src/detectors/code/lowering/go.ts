import type { Program, Statement } from '../engine/ir.ts';
import { goFunction, goTypeStatements } from './go-definitions.ts';
import { goExpression } from './go-expressions.ts';
import { goImports } from './go-imports.ts';
import type { GoLower } from './go-lower.ts';
import { goStatements } from './go-statements.ts';
import { goTarget } from './go-targets.ts';
import { spanOf, textOf } from './lower.ts';
import { createNames, type Scope } from './scope.ts';
import { fieldOf, fieldsOf, namedOf, type SyntaxNode } from './syntax-node.ts';

/** Lowers a Go file: types with the methods of their receivers become classes. */
export function lowerGo(root: SyntaxNode, text: string): Omit<Program, 'size'> {
  const lower: GoLower = {
    text,
    names: createNames(),
    exports: new Set(),
    types: new Set(),
    fieldNames: new Map(),
    results: new Map(),
    packages: new Map(),
    expression: (node, scope) => goExpression(node, scope, lower),
    statements: (nodes, scope) => goStatements(nodes, scope, lower),
    target: (node, scope, declareIn) => goTarget({ node, scope, declareIn, lower }),
    functionCode: (node, scope, options) => goFunction({ ...options, node, scope, lower }),
    classCode: node => ({
      ...spanOf(node),
      id: lower.names.nextId(),
      name: '',
      bases: [],
      instance: lower.names.fresh(''),
      fields: [],
      methods: new Map(),
      decorators: [],
    }),
  };
  const scope = lower.names.open('module', undefined);
  const imports = root.children.flatMap(node =>
    node.type === 'import_declaration' ? goImports(node, scope, lower) : [],
  );
  declareFileNames(root.children, scope, lower);
  const classes = goTypeStatements(root.children, scope, lower);
  const { functions, rest } = split(lower.statements(root.children, scope));
  return { language: 'go', body: [...imports, ...classes, ...functions, ...rest], exports: lower.exports };
}

/** Functions are usable before the declarations that call them. */
function split(statements: readonly Statement[]): {
  readonly functions: readonly Statement[];
  readonly rest: readonly Statement[];
} {
  const isFunction = (statement: Statement): boolean => statement.kind === 'function';
  return {
    functions: statements.filter(isFunction),
    rest: statements.filter(statement => !isFunction(statement)),
  };
}

/** Everything at the level of the file is visible in all of it. */
function declareFileNames(nodes: readonly SyntaxNode[], scope: Scope, lower: GoLower): void {
  const declare = (node: SyntaxNode | undefined): void => {
    if (node === undefined) return;
    const name = textOf(lower, node);
    lower.names.declare(scope, name);
    if (/^\p{Lu}/u.test(name)) lower.exports.add(name);
  };
  for (const node of nodes) {
    if (node.type === 'function_declaration') declare(fieldOf(node, 'name'));
    if (node.type === 'type_declaration') {
      for (const spec of namedOf(node)) {
        const name = fieldOf(spec, 'name');
        declare(name);
        if (name !== undefined) lower.types.add(lower.names.declare(scope, textOf(lower, name)).id);
      }
    }
    if (node.type === 'var_declaration' || node.type === 'const_declaration') {
      for (const spec of namedOf(node).flatMap(child =>
        child.type === 'var_spec_list' ? namedOf(child) : child,
      ))
        for (const name of fieldsOf(spec, 'name')) declare(name);
    }
  }
}
