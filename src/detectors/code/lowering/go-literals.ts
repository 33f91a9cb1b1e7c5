import type { Entry, Expression } from '../engine/ir.ts';
import { unescape } from './escapes.ts';
import type { GoLower } from './go-lower.ts';
import { goType } from './go-types.ts';
import { constant, spanOf, textOf } from './lower.ts';
import { numberOf } from './numbers.ts';
import type { Scope } from './scope.ts';
import { fieldOf, namedOf, type SyntaxNode } from './syntax-node.ts';

/** Lowers a literal of text, number or truth; undefined when the node is none. */
export function goLiteral(node: SyntaxNode, lower: GoLower): Expression | undefined {
  switch (node.type) {
    case 'interpreted_string_literal':
    case 'raw_string_literal':
      return constant(
        node,
        namedOf(node)
          .map(part =>
            part.type === 'escape_sequence' ? unescape(textOf(lower, part)) : textOf(lower, part),
          )
          .join(''),
      );
    case 'rune_literal': {
      const text = textOf(lower, node).slice(1, -1);
      return constant(node, text.startsWith('\\') ? unescape(text) : text);
    }
    case 'int_literal':
    case 'float_literal':
      return constant(node, numberOf(textOf(lower, node)));
    case 'true':
    case 'false':
      return constant(node, node.type === 'true');
    case 'nil':
      return constant(node, null);
    case 'iota':
      return { kind: 'typed', ...spanOf(node), type: { name: 'int' }, value: undefined };
    default:
      return undefined;
  }
}

/**
 * Lowers `T{…}`: lists and maps are themselves, everything else is made by its type from a record, so that models can
 * look at the fields.
 */
export function goComposite(node: SyntaxNode, scope: Scope, lower: GoLower): Expression {
  const type = fieldOf(node, 'type');
  const body = fieldOf(node, 'body');
  const elements = body === undefined ? [] : namedOf(body);
  return composite(type, elements, { span: node, scope, lower });
}

type Context = { readonly span: SyntaxNode; readonly scope: Scope; readonly lower: GoLower };

function composite(
  type: SyntaxNode | undefined,
  elements: readonly SyntaxNode[],
  context: Context,
): Expression {
  const { span, scope, lower } = context;
  const made = type === undefined ? undefined : container(type, elements, context);
  if (made !== undefined) return made;
  const name = goType(type, scope, lower);
  const order = name.variable === undefined ? undefined : lower.fieldNames.get(name.variable.id);
  const entries = elements.map((item, at) => fieldEntry(item, order?.[at] ?? String(at), context));
  const record: Expression = { kind: 'record', ...spanOf(span), entries };
  if (type === undefined || name.name === '') return record;
  return {
    kind: 'call',
    ...spanOf(span),
    callee: typeExpression(type, context),
    isNew: true,
    args: [{ value: record }],
  };
}

/** A list or map of values; undefined for every other type. */
function container(
  type: SyntaxNode,
  elements: readonly SyntaxNode[],
  context: Context,
): Expression | undefined {
  const { span } = context;
  switch (type.type) {
    case 'slice_type':
    case 'array_type':
    case 'implicit_length_array_type': {
      const element = fieldOf(type, 'element');
      const items = elements.map(item => ({
        value: elementValue(fieldOf(item, 'value') ?? item, element, context),
      }));
      return { kind: 'list', ...spanOf(span), items };
    }
    case 'map_type': {
      const inner = fieldOf(type, 'value');
      const entries = elements.flatMap((item): readonly Entry[] => {
        const key = fieldOf(item, 'key');
        const value = fieldOf(item, 'value');
        if (key === undefined || value === undefined) return [];
        const lowered = elementValue(key, fieldOf(type, 'key'), context);
        return [
          {
            key: lowered.kind === 'constant' ? String(lowered.value) : lowered,
            value: elementValue(value, inner, context),
          },
        ];
      });
      return { kind: 'record', ...spanOf(span), entries };
    }
    default:
      return undefined;
  }
}

/** A value within a literal may leave its type out. */
function elementValue(node: SyntaxNode, type: SyntaxNode | undefined, context: Context): Expression {
  const inner = node.type === 'literal_element' ? (namedOf(node)[0] ?? node) : node;
  if (inner.type !== 'literal_value') return context.lower.expression(inner, context.scope);
  const plain = type?.type === 'pointer_type' ? namedOf(type)[0] : type;
  return composite(plain, namedOf(inner), { ...context, span: inner });
}

function fieldEntry(item: SyntaxNode, position: string, context: Context): Entry {
  const key = fieldOf(item, 'key');
  const value = fieldOf(item, 'value');
  if (item.type !== 'keyed_element' || key === undefined || value === undefined)
    return { key: position, value: elementValue(item, undefined, context) };
  const inner = namedOf(key)[0];
  const isField = inner?.type === 'identifier' || inner?.type === 'field_identifier';
  const lowered = isField ? undefined : elementValue(key, undefined, context);
  return {
    key: isField
      ? textOf(context.lower, key)
      : lowered?.kind === 'constant'
        ? String(lowered.value)
        : (lowered ?? position),
    value: elementValue(value, undefined, context),
  };
}

/** A type where a value is expected: `http.Cookie` of `http.Cookie{…}`. */
export function typeExpression(type: SyntaxNode, context: Context): Expression {
  const { scope, lower } = context;
  const home = fieldOf(type, 'package');
  const name = fieldOf(type, 'name');
  if (type.type === 'generic_type') {
    const inner = fieldOf(type, 'type');
    if (inner !== undefined) return typeExpression(inner, context);
  }
  if (home !== undefined && name !== undefined) {
    const object: Expression = {
      kind: 'name',
      ...spanOf(home),
      variable: lower.names.resolve(scope, textOf(lower, home)),
    };
    return { kind: 'member', ...spanOf(type), object, property: textOf(lower, name) };
  }
  return { kind: 'name', ...spanOf(type), variable: lower.names.resolve(scope, textOf(lower, type)) };
}
