import type { ClassCode, Expression, FunctionCode, Parameter, Statement } from '../engine/ir.ts';
import { keyText } from './javascript-targets.ts';
import { type FunctionOptions, type Lower, spanOf, textOf } from './lower.ts';
import type { Scope } from './scope.ts';
import { fieldOf, namedOf, type SyntaxNode } from './syntax-node.ts';

type Options = FunctionOptions & { readonly node: SyntaxNode; readonly scope: Scope; readonly lower: Lower };

/** Lowers a function, method or arrow function. */
export function javascriptFunction(options: Options): FunctionCode {
  const { node, lower } = options;
  const scope = lower.names.open('function', options.scope);
  const list = fieldOf(node, 'parameters');
  const single = fieldOf(node, 'parameter');
  const nodes = list === undefined ? (single === undefined ? [] : [single]) : namedOf(list);
  const parameters = nodes.flatMap(parameter => lowerParameter(parameter, scope, lower));
  const bodyNode = fieldOf(node, 'body');
  const body = bodyNode === undefined ? [] : lowerBody(bodyNode, scope, lower);
  return {
    ...spanOf(node),
    id: lower.names.nextId(),
    name: options.name ?? '',
    parameters,
    body,
    decorators: options.decorators ?? [],
    exported: options.exported ?? false,
    ...(options.instance === undefined ? {} : { instance: options.instance }),
  };
}

function lowerBody(node: SyntaxNode, scope: Scope, lower: Lower): readonly Statement[] {
  if (node.type === 'statement_block') return lower.statements(node.children, scope);
  return [{ kind: 'return', ...spanOf(node), value: lower.expression(node, scope) }];
}

function lowerParameter(node: SyntaxNode, scope: Scope, lower: Lower): readonly Parameter[] {
  const wrapped = node.type === 'required_parameter' || node.type === 'optional_parameter';
  const pattern = wrapped ? fieldOf(node, 'pattern') : node;
  if (pattern === undefined || pattern.type === 'this') return [];
  const type = wrapped ? fieldOf(node, 'type') : undefined;
  const value = wrapped ? fieldOf(node, 'value') : undefined;
  const plain = pattern.type === 'assignment_pattern' ? (fieldOf(pattern, 'left') ?? pattern) : pattern;
  return [
    {
      target: lower.target(pattern, scope, scope),
      name: plain.type === 'identifier' ? textOf(lower, plain) : '',
      annotation: type === undefined ? '' : textOf(lower, type).replace(/^:\s*/, ''),
      ...(value === undefined ? {} : { defaultValue: lower.expression(value, scope) }),
      ...(pattern.type === 'rest_pattern' ? { rest: 'items' as const } : {}),
      decorators: node.children
        .filter(child => child.type === 'decorator')
        .map(child => decorator(child, scope, lower)),
    },
  ];
}

function decorator(node: SyntaxNode, scope: Scope, lower: Lower): Expression {
  const inner = namedOf(node)[0];
  return inner === undefined
    ? { kind: 'opaque', ...spanOf(node), expressions: [] }
    : lower.expression(inner, scope);
}

/** Lowers a class; its methods share one variable for the instance. */
export function javascriptClass(node: SyntaxNode, outer: Scope, lower: Lower): ClassCode {
  const scope = lower.names.open('class', outer);
  const instance = lower.names.declare(scope, 'this');
  const heritage = node.children.find(child => child.type === 'class_heritage');
  const methods = new Map<string, FunctionCode>();
  const fields: Statement[] = [];
  let pending: Expression[] = [];
  for (const member of fieldOf(node, 'body')?.children ?? []) {
    if (member.type === 'decorator') {
      pending.push(decorator(member, scope, lower));
      continue;
    }
    const own = member.children
      .filter(child => child.type === 'decorator')
      .map(child => decorator(child, scope, lower));
    const decorators = [...pending, ...own];
    pending = [];
    const name = fieldOf(member, 'name');
    if (name === undefined) {
      if (member.type === 'class_static_block')
        fields.push(...lower.statements(fieldOf(member, 'body')?.children ?? [], scope));
      continue;
    }
    const key = keyText(name, lower) ?? '';
    if (member.type === 'method_definition') {
      methods.set(key, lower.functionCode(member, scope, { name: key, decorators, instance }));
    } else if (fieldOf(member, 'value') !== undefined) {
      fields.push(field(member, key, { scope, lower, instance }));
    }
  }
  const name = fieldOf(node, 'name');
  return {
    ...spanOf(node),
    id: lower.names.nextId(),
    name: name === undefined ? '' : textOf(lower, name),
    bases: (heritage?.children ?? [])
      .flatMap(clause =>
        namedOf(clause.type === 'extends_clause' ? clause : { ...clause, children: [clause] }),
      )
      .map(base => lower.expression(base, outer)),
    instance,
    fields,
    methods,
    decorators: node.children
      .filter(child => child.type === 'decorator')
      .map(child => decorator(child, outer, lower)),
  };
}

function field(
  member: SyntaxNode,
  property: string,
  context: { readonly scope: Scope; readonly lower: Lower; readonly instance: ClassCode['instance'] },
): Statement {
  const { scope, lower, instance } = context;
  const value = fieldOf(member, 'value') ?? member;
  const object: Expression = { kind: 'name', ...spanOf(member), variable: instance };
  return {
    kind: 'expression',
    ...spanOf(member),
    expression: {
      kind: 'assign',
      ...spanOf(member),
      target: { kind: 'member', ...spanOf(member), object, property },
      operator: '=',
      value: lower.expression(value, scope),
    },
  };
}
