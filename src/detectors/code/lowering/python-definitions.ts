import type { ClassCode, Expression, FunctionCode, Parameter, Statement } from '../engine/ir.ts';
import { type FunctionOptions, type Lower, spanOf, textOf } from './lower.ts';
import type { Scope } from './scope.ts';
import { fieldOf, namedOf, type SyntaxNode } from './syntax-node.ts';

type Options = FunctionOptions & { readonly node: SyntaxNode; readonly scope: Scope; readonly lower: Lower };

/** Lowers a function, method or lambda. */
export function pythonFunction(options: Options): FunctionCode {
  const { node, lower } = options;
  // Names of a class body are not visible in its methods, except the instance's own variable.
  const scope = lower.names.open(
    'function',
    options.scope.kind === 'class' ? options.scope.parent : options.scope,
  );
  const list = fieldOf(node, 'parameters');
  const parameters = (list === undefined ? [] : namedOf(list)).flatMap(item =>
    lowerParameter(item, { inner: scope, outer: options.scope, lower }),
  );
  const bodyNode = fieldOf(node, 'body');
  const body: readonly Statement[] =
    bodyNode === undefined
      ? []
      : bodyNode.type === 'block'
        ? lower.statements(bodyNode.children, scope)
        : [{ kind: 'return', ...spanOf(bodyNode), value: lower.expression(bodyNode, scope) }];
  return {
    ...spanOf(node),
    id: lower.names.nextId(),
    name: options.name ?? '',
    parameters,
    body,
    decorators: options.decorators ?? [],
    exported: options.exported ?? true,
    ...(options.instance === undefined ? {} : { instance: options.instance }),
    ...(options.bindsFirst === undefined ? {} : { bindsFirst: options.bindsFirst }),
  };
}

function lowerParameter(
  node: SyntaxNode,
  context: { readonly inner: Scope; readonly outer: Scope; readonly lower: Lower },
): readonly Parameter[] {
  const { inner, outer, lower } = context;
  const nameNode = node.type === 'identifier' ? node : (fieldOf(node, 'name') ?? namedOf(node)[0]);
  if (nameNode === undefined || node.type === 'keyword_separator' || node.type === 'positional_separator')
    return [];
  const splat = nameNode.type.includes('splat') ? nameNode : node;
  const plain = nameNode.type.includes('splat') ? (namedOf(nameNode)[0] ?? nameNode) : nameNode;
  const type = fieldOf(node, 'type');
  const value = fieldOf(node, 'value');
  const rest = splat.type.startsWith('list_splat')
    ? 'items'
    : splat.type.startsWith('dictionary_splat')
      ? 'fields'
      : undefined;
  return [
    {
      target: lower.target(plain, inner, inner),
      name: textOf(lower, plain),
      annotation: type === undefined ? '' : textOf(lower, type),
      ...(value === undefined ? {} : { defaultValue: lower.expression(value, outer) }),
      ...(rest === undefined ? {} : { rest }),
      decorators: [],
    },
  ];
}

/** Lowers a class; assignments in its body become fields of the instance. */
export function pythonClass(node: SyntaxNode, outer: Scope, lower: Lower): ClassCode {
  const scope = lower.names.open('class', outer);
  const instance = lower.names.fresh('self');
  const methods = new Map<string, FunctionCode>();
  const fields: Statement[] = [];
  for (const member of fieldOf(node, 'body')?.children ?? []) {
    const decorated = member.type === 'decorated_definition';
    const definition = decorated ? fieldOf(member, 'definition') : member;
    if (definition?.type !== 'function_definition') {
      fields.push(...lower.statements([member], scope).map(statement => asField(statement, instance)));
      continue;
    }
    const decorators = decorated ? decoratorsOf(member, scope, lower) : [];
    const nameNode = fieldOf(definition, 'name');
    const name = nameNode === undefined ? '' : textOf(lower, nameNode);
    const isStatic = decorators.some(item => item.kind === 'name' && item.variable.name === 'staticmethod');
    methods.set(
      name,
      lower.functionCode(definition, scope, { name, decorators, instance, bindsFirst: !isStatic }),
    );
  }
  const name = fieldOf(node, 'name');
  const bases = fieldOf(node, 'superclasses');
  return {
    ...spanOf(node),
    id: lower.names.nextId(),
    name: name === undefined ? '' : textOf(lower, name),
    bases: (bases === undefined ? [] : namedOf(bases))
      .filter(base => base.type !== 'keyword_argument')
      .map(base => lower.expression(base, outer)),
    instance,
    fields,
    methods,
    decorators: [],
  };
}

/** `attribute = value` in a class body is read as `self.attribute` in its methods. */
function asField(statement: Statement, instance: ClassCode['instance']): Statement {
  if (statement.kind !== 'expression' || statement.expression.kind !== 'assign') return statement;
  const { target } = statement.expression;
  if (target.kind !== 'variable') return statement;
  const span = spanOf(target);
  const object: Expression = { kind: 'name', ...span, variable: instance };
  return {
    ...statement,
    expression: {
      ...statement.expression,
      target: { kind: 'member', ...span, object, property: target.variable.name },
    },
  };
}

/** The decorators of a decorated definition, outermost first. */
export function decoratorsOf(node: SyntaxNode, scope: Scope, lower: Lower): readonly Expression[] {
  return node.children
    .filter(child => child.type === 'decorator')
    .flatMap(child => namedOf(child).slice(0, 1))
    .map(child => lower.expression(child, scope));
}
