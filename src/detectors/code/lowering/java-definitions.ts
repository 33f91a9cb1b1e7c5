import type { ClassCode, Expression, FunctionCode, Parameter, Statement, Variable } from '../engine/ir.ts';
import { javaFields } from './java-fields.ts';
import type { JavaLower } from './java-lower.ts';
import { javaType } from './java-types.ts';
import { type FunctionOptions, spanOf, textOf } from './lower.ts';
import type { Scope } from './scope.ts';
import { fieldOf, namedOf, type SyntaxNode } from './syntax-node.ts';

const typeDeclarations: ReadonlySet<string> = new Set([
  'class_declaration',
  'interface_declaration',
  'enum_declaration',
  'record_declaration',
]);

/** Declares the classes among some nodes, so that they are known above their declaration. */
export function declareTypes(nodes: readonly SyntaxNode[], scope: Scope, lower: JavaLower): void {
  for (const node of nodes) {
    const name = typeDeclarations.has(node.type) ? fieldOf(node, 'name') : undefined;
    if (name === undefined) continue;
    const text = textOf(lower, name);
    const variable = lower.names.declare(scope, text);
    // `Outer.Inner` is written from elsewhere too.
    if (!lower.module.names.has(text)) lower.module.names.set(text, variable);
  }
}

/** A class declaration as statements: the classes inside it first. */
export function javaTypeStatements(node: SyntaxNode, scope: Scope, lower: JavaLower): readonly Statement[] {
  if (!typeDeclarations.has(node.type))
    return node.type === 'ERROR'
      ? node.children.flatMap(child => javaTypeStatements(child, scope, lower))
      : [];
  const { code, inner } = javaClass(node, scope, lower);
  const variable = lower.names.declare(scope, code.name);
  return [...inner, { kind: 'class', ...spanOf(node), variable, class: code }];
}

/** Annotations among the modifiers of a declaration. */
function annotationsOf(node: SyntaxNode, scope: Scope, lower: JavaLower): readonly Expression[] {
  return modifiersOf(node)
    .filter(child => child.type === 'annotation' || child.type === 'marker_annotation')
    .map(child => lower.expression(child, scope));
}

function modifiersOf(node: SyntaxNode): readonly SyntaxNode[] {
  return node.children.find(child => child.type === 'modifiers')?.children ?? [];
}

function isPrivate(node: SyntaxNode): boolean {
  return modifiersOf(node).some(child => child.type === 'private');
}

/** What a class says of all its methods. */
const roles = /^@(?:RestController|Controller|ResponseBody|WebServlet|Path|ControllerAdvice)\b/;

/** Lowers a class, interface, enumeration or record, or the body of an anonymous class. */
export function javaClass(
  node: SyntaxNode,
  outer: Scope,
  lower: JavaLower,
): { readonly code: ClassCode; readonly inner: readonly Statement[] } {
  const scope = lower.names.open('class', outer);
  const instance = lower.names.declare(scope, 'this');
  const body = node.type === 'class_body' ? node : fieldOf(node, 'body');
  const members = (body?.children ?? []).flatMap(child =>
    child.type === 'enum_body_declarations' ? child.children : [child],
  );
  declareMembers(members, { scope, instance, lower });
  const inner = members.flatMap(member => javaTypeStatements(member, scope, lower));
  const decorators = annotationsOf(node, outer, lower);
  const shared = decorators.filter(item => roles.test(textOf(lower, item)));
  const methods = methodsOf(node, members, { scope, instance, lower, shared });
  const superclass = fieldOf(node, 'superclass');
  const interfaces = fieldOf(node, 'interfaces');
  const bases = [
    superclass,
    ...(interfaces === undefined ? [] : namedOf(interfaces).flatMap(namedOf)),
  ].flatMap((base): readonly Expression[] => {
    const type = javaType(base?.type === 'superclass' ? namedOf(base)[0] : base, outer, lower);
    if (base === undefined || type.name === '') return [];
    return [{ kind: 'name', ...spanOf(base), variable: lower.names.resolve(outer, type.name) }];
  });
  const name = fieldOf(node, 'name');
  const code: ClassCode = {
    ...spanOf(node),
    id: lower.names.nextId(),
    name: name === undefined ? '' : textOf(lower, name),
    bases,
    instance,
    isEnumeration: node.type === 'enum_declaration',
    methods,
    // Last: by now it is known which names are assigned to.
    fields: javaFields(members, { scope, instance, lower }),
    decorators,
  };
  return { code, inner };
}

type Home = { readonly scope: Scope; readonly instance: Variable; readonly lower: JavaLower };

function declareMembers(members: readonly SyntaxNode[], { scope, instance, lower }: Home): void {
  declareTypes(members, scope, lower);
  const methods = new Set<string>();
  for (const member of members) {
    if (member.type === 'method_declaration') {
      const name = fieldOf(member, 'name');
      if (name !== undefined) methods.add(textOf(lower, name));
    }
    const fields =
      member.type === 'field_declaration' || member.type === 'constant_declaration'
        ? member.children.filter(child => child.type === 'variable_declarator')
        : member.type === 'enum_constant'
          ? [member]
          : [];
    for (const field of fields) {
      const name = fieldOf(field, 'name');
      if (name === undefined) continue;
      lower.fieldOwners.set(lower.names.declare(scope, textOf(lower, name)).id, instance);
    }
  }
  lower.methodNames.set(scope, methods);
}

function methodsOf(
  node: SyntaxNode,
  members: readonly SyntaxNode[],
  home: Home & { readonly shared: readonly Expression[] },
): ReadonlyMap<string, FunctionCode> {
  const { scope, instance, lower, shared } = home;
  const methods = new Map<string, FunctionCode>();
  const recordParameters = node.type === 'record_declaration' ? fieldOf(node, 'parameters') : undefined;
  if (recordParameters !== undefined) methods.set('constructor', recordConstructor(node, home));
  for (const member of members) {
    const isConstructor = member.type === 'constructor_declaration';
    const nameNode = fieldOf(member, 'name');
    if ((member.type !== 'method_declaration' && !isConstructor) || nameNode === undefined) continue;
    const name = isConstructor ? 'constructor' : textOf(lower, nameNode);
    const own = annotationsOf(member, scope, lower);
    const code = lower.functionCode(member, scope, {
      name,
      instance,
      exported: true,
      decorators: isPrivate(member) || isPrivate(node) ? own : [...own, ...shared],
    });
    const key = methods.has(name) ? `${name}/${code.parameters.length}` : name;
    methods.set(key, isPrivate(member) || isPrivate(node) ? { ...code, isPrivate: true } : code);
  }
  return methods;
}

/** A record keeps its parameters under their names. */
function recordConstructor(node: SyntaxNode, { scope, instance, lower }: Home): FunctionCode {
  const code = lower.functionCode(node, scope, { name: 'constructor', instance });
  const body = code.parameters.flatMap(({ target, name }): readonly Statement[] => {
    if (target.kind !== 'variable') return [];
    const span = spanOf(target);
    const object: Expression = { kind: 'name', ...span, variable: instance };
    const value: Expression = { kind: 'name', ...span, variable: target.variable };
    const kept: Expression = {
      kind: 'assign',
      ...span,
      target: { kind: 'member', ...span, object, property: name },
      operator: '=',
      value,
    };
    return [{ kind: 'expression', ...span, expression: kept }];
  });
  return { ...code, body, isPrivate: true };
}

type Options = FunctionOptions & {
  readonly node: SyntaxNode;
  readonly scope: Scope;
  readonly lower: JavaLower;
};

/** Lowers a method, constructor or lambda. */
export function javaFunction(options: Options): FunctionCode {
  const { node, lower } = options;
  const scope = lower.names.open('function', options.scope);
  const list = fieldOf(node, 'parameters');
  const parameters =
    list?.type === 'identifier'
      ? [untyped(list, scope, lower)]
      : (list === undefined ? [] : namedOf(list)).flatMap(item => parameter(item, scope, lower));
  const body = node.type === 'record_declaration' ? undefined : fieldOf(node, 'body');
  const isBlock = body?.type === 'block' || body?.type === 'constructor_body';
  const statements: readonly Statement[] =
    body === undefined
      ? []
      : isBlock
        ? lower.statements(body.children, scope)
        : [{ kind: 'return', ...spanOf(body), value: lower.expression(body, scope) }];
  return {
    ...spanOf(node),
    id: lower.names.nextId(),
    name: options.name ?? '',
    parameters,
    body: statements,
    decorators: options.decorators ?? [],
    exported: options.exported ?? false,
    ...(options.instance === undefined ? {} : { instance: options.instance }),
  };
}

function untyped(node: SyntaxNode, scope: Scope, lower: JavaLower): Parameter {
  return {
    target: lower.target(node, scope, scope),
    name: textOf(lower, node),
    annotation: '',
    decorators: [],
  };
}

function parameter(node: SyntaxNode, scope: Scope, lower: JavaLower): readonly Parameter[] {
  if (node.type === 'identifier') return [untyped(node, scope, lower)];
  const declarator = node.children.find(child => child.type === 'variable_declarator');
  const name = fieldOf(node, 'name') ?? (declarator && fieldOf(declarator, 'name'));
  if (name === undefined) return [];
  const typeNode =
    fieldOf(node, 'type') ?? node.children.find(child => child.type.endsWith('type_identifier'));
  const type = javaType(typeNode, scope, lower);
  return [
    {
      target: lower.target(name, scope, scope),
      name: textOf(lower, name),
      annotation: typeNode === undefined ? '' : textOf(lower, typeNode),
      type,
      decorators: annotationsOf(node, scope, lower),
      ...(node.type === 'spread_parameter' ? { rest: 'items' as const } : {}),
    },
  ];
}
