import type { ClassCode, FunctionCode, Parameter, Statement, Variable } from '../engine/ir.ts';
import type { GoLower } from './go-lower.ts';
import { goType } from './go-types.ts';
import { type FunctionOptions, spanOf, textOf } from './lower.ts';
import type { Scope } from './scope.ts';
import { fieldOf, fieldsOf, namedOf, type SyntaxNode } from './syntax-node.ts';

type Options = FunctionOptions & {
  readonly node: SyntaxNode;
  readonly scope: Scope;
  readonly lower: GoLower;
};

/** Lowers a function, method or function literal; a method's receiver is its first parameter. */
export function goFunction(options: Options): FunctionCode {
  const { node, lower } = options;
  const scope = lower.names.open('function', options.scope);
  const receiver = fieldOf(node, 'receiver');
  const lists = [receiver, fieldOf(node, 'parameters')];
  const parameters = lists.flatMap(list => (list === undefined ? [] : parametersOf(list, scope, lower)));
  const result = fieldOf(node, 'result');
  if (result?.type === 'parameter_list') {
    const named = parametersOf(result, scope, lower).flatMap(({ target }) =>
      target.kind === 'variable' ? [target.variable] : [],
    );
    if (named.length > 0) lower.results.set(scope, named);
  }
  const body = fieldOf(node, 'body');
  const name = options.name ?? '';
  return {
    ...spanOf(node),
    id: lower.names.nextId(),
    name,
    parameters,
    body: body === undefined ? [] : lower.statements(body.children, scope),
    decorators: [],
    exported: options.exported ?? false,
    ...(options.instance === undefined ? {} : { instance: options.instance }),
    ...(receiver === undefined ? {} : { bindsFirst: true, isPrivate: !/^\p{Lu}/u.test(name) }),
  };
}

function parametersOf(list: SyntaxNode, scope: Scope, lower: GoLower): readonly Parameter[] {
  return namedOf(list).flatMap((node): readonly Parameter[] => {
    const typeNode = fieldOf(node, 'type');
    const names = fieldsOf(node, 'name');
    const type = goType(typeNode, scope, lower);
    const shared = {
      annotation: typeNode === undefined ? '' : textOf(lower, typeNode),
      type,
      decorators: [],
      ...(node.type === 'variadic_parameter_declaration' ? { rest: 'items' as const } : {}),
    };
    if (names.length === 0) return [{ ...shared, target: { kind: 'ignore', ...spanOf(node) }, name: '' }];
    return names.map(name => ({
      ...shared,
      target: lower.target(name, scope, scope),
      name: textOf(lower, name),
    }));
  });
}

type Draft = {
  readonly node: SyntaxNode;
  readonly name: string;
  readonly instance: Variable;
  readonly fields: Statement[];
  readonly methods: Map<string, FunctionCode>;
};

/**
 * The types of a file, each with the methods whose receiver it is. A type that another file of the package declares
 * has its methods all the same.
 */
function goClasses(nodes: readonly SyntaxNode[], scope: Scope, lower: GoLower): readonly ClassCode[] {
  const drafts = new Map<string, Draft>();
  const draftOf = (name: string, node: SyntaxNode): Draft => {
    const known = drafts.get(name);
    if (known !== undefined) return known;
    lower.types.add(lower.names.declare(scope, name).id);
    const draft = { node, name, instance: lower.names.fresh(name), fields: [], methods: new Map() };
    drafts.set(name, draft);
    return draft;
  };
  const methods = nodes.filter(node => node.type === 'method_declaration');
  for (const spec of nodes.flatMap(node => (node.type === 'type_declaration' ? namedOf(node) : []))) {
    const name = fieldOf(spec, 'name');
    const struct = fieldOf(spec, 'type');
    if (name === undefined || struct?.type !== 'struct_type') continue;
    const draft = draftOf(textOf(lower, name), spec);
    draft.fields.push(...structFields(struct, draft, { scope, lower }));
  }
  for (const node of methods) {
    const receiver = fieldOf(node, 'receiver');
    const type = receiver === undefined ? undefined : namedOf(receiver)[0];
    const home = goType(type && fieldOf(type, 'type'), scope, lower).name;
    if (home !== '') draftOf(home, node);
  }
  for (const node of methods) {
    const receiver = fieldOf(node, 'receiver');
    const type = receiver === undefined ? undefined : namedOf(receiver)[0];
    const draft = drafts.get(goType(type && fieldOf(type, 'type'), scope, lower).name);
    const name = fieldOf(node, 'name');
    if (draft === undefined || name === undefined) continue;
    const { instance } = draft;
    draft.methods.set(
      textOf(lower, name),
      lower.functionCode(node, scope, { name: textOf(lower, name), instance }),
    );
  }
  return [...drafts.values()].map(({ node, name, instance, fields, methods: own }) => ({
    ...spanOf(node),
    id: lower.names.nextId(),
    name,
    bases: [],
    instance,
    fields,
    methods: own,
    decorators: [],
  }));
}

/** The same as statements. */
export function goTypeStatements(
  nodes: readonly SyntaxNode[],
  scope: Scope,
  lower: GoLower,
): readonly Statement[] {
  return goClasses(nodes, scope, lower).map(code => ({
    kind: 'class',
    ...spanOf(code),
    variable: lower.names.declare(scope, code.name),
    class: code,
  }));
}

/** Fields that hold something models know start as that; the others are unknown. */
function structFields(
  struct: SyntaxNode,
  draft: Draft,
  { scope, lower }: { readonly scope: Scope; readonly lower: GoLower },
): readonly Statement[] {
  const declarations = namedOf(struct).flatMap(list => namedOf(list));
  const fields = declarations.flatMap(node => {
    const typeNode = fieldOf(node, 'type');
    const type = goType(typeNode, scope, lower);
    const names = fieldsOf(node, 'name').map(name => textOf(lower, name));
    // An embedded type is a field of its own name.
    return (names.length > 0 ? names : [type.name.slice(type.name.lastIndexOf('.') + 1)]).map(name => ({
      node,
      name,
      type,
    }));
  });
  const variable = lower.names.declare(scope, draft.name);
  lower.fieldNames.set(
    variable.id,
    fields.map(({ name }) => name),
  );
  return fields.flatMap(({ node, name, type }): readonly Statement[] => {
    if (type.name === '' || type.name === 'string') return [];
    const span = spanOf(node);
    const object = { kind: 'name' as const, ...span, variable: draft.instance };
    return [
      {
        kind: 'expression',
        ...span,
        expression: {
          kind: 'assign',
          ...span,
          target: { kind: 'member', ...span, object, property: name },
          operator: '=',
          value: { kind: 'typed', ...span, type, value: undefined },
        },
      },
    ];
  });
}
