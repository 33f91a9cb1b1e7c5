import type { Expression } from '../engine/ir.ts';
import { unescape } from './escapes.ts';
import { constant, type Lower, textOf } from './lower.ts';
import { numberOf } from './numbers.ts';
import { namedOf, type SyntaxNode } from './syntax-node.ts';

/** Lowers a literal; undefined when the node is none. A character counts as a text of one. */
export function javaLiteral(node: SyntaxNode, lower: Lower): Expression | undefined {
  switch (node.type) {
    case 'string_literal':
      return constant(
        node,
        namedOf(node)
          .map(part =>
            part.type === 'escape_sequence' ? unescape(textOf(lower, part)) : textOf(lower, part),
          )
          .join(''),
      );
    case 'character_literal': {
      const text = textOf(lower, node).slice(1, -1);
      return constant(node, text.startsWith('\\') ? unescape(text) : text);
    }
    case 'decimal_integer_literal':
    case 'hex_integer_literal':
    case 'octal_integer_literal':
    case 'binary_integer_literal':
    case 'decimal_floating_point_literal':
      return constant(node, numberOf(textOf(lower, node)));
    case 'true':
    case 'false':
      return constant(node, node.type === 'true');
    case 'null_literal':
      return constant(node, null);
    default:
      return undefined;
  }
}
