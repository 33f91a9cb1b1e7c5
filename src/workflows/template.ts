import { evaluate, type Scope } from './expression/evaluate.ts';
import { type Expression, ExpressionError, type Value } from './expression/expression.ts';
import { parseExpression } from './expression/parse-expression.ts';

/** A text with `${{ … }}` in it, taken apart. */
export type Template = readonly (string | { readonly source: string; readonly expression: Expression })[];

/** @throws ExpressionError for an expression that cannot be read; `at` counts from the text's beginning. */
export function parseTemplate(text: string): Template {
  const parts: (string | { readonly source: string; readonly expression: Expression })[] = [];
  let at = 0;
  for (;;) {
    const start = text.indexOf('${{', at);
    if (start === -1) return at === text.length ? parts : [...parts, text.slice(at)];
    const end = text.indexOf('}}', start);
    if (end === -1) throw new ExpressionError('A "${{" is not closed by "}}".', start);
    if (start > at) parts.push(text.slice(at, start));
    const source = text.slice(start + 3, end);
    try {
      parts.push({ source: source.trim(), expression: parseExpression(source) });
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      throw new ExpressionError(error.message, start + 3 + error.at);
    }
    at = end + 2;
  }
}

/** The value of a template: of one that is a single expression that value, of any other a text. */
export function fillTemplate(template: Template, scope: Scope): Value {
  const [only] = template;
  if (template.length === 1 && typeof only === 'object') return evaluate(only.expression, scope);
  return template
    .map(part => (typeof part === 'string' ? part : asText(evaluate(part.expression, scope))))
    .join('');
}

/** A value as it stands in a text: texts as they are, everything else as JSON. */
export function asText(value: Value): string {
  return typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value);
}
