import type { Case, Statement } from '../engine/ir.ts';
import type { JavaLower } from './java-lower.ts';
import { opaque, spanOf } from './lower.ts';
import type { Scope } from './scope.ts';
import { fieldOf, namedOf, type SyntaxNode } from './syntax-node.ts';

type Options = {
  readonly scope: Scope;
  readonly lower: JavaLower;
  /** The switch is an expression: what a case evaluates to is returned. */
  readonly yields: boolean;
};

/** Lowers a switch with labels (`case 1:`) or rules (`case 1 ->`). */
export function javaSwitch(node: SyntaxNode, { scope, lower, yields }: Options): Statement {
  const subject = fieldOf(node, 'condition');
  const groups = (fieldOf(node, 'body')?.children ?? []).filter(
    child => child.type === 'switch_block_statement_group' || child.type === 'switch_rule',
  );
  const cases = groups.flatMap((group): readonly Case[] => {
    const labels = group.children.filter(child => child.type === 'switch_label');
    const tests = labels.flatMap(label => namedOf(label).map(test => lower.expression(test, scope)));
    const isDefault = labels.some(label => label.children.some(child => child.type === 'default'));
    const statements = group.children.filter(child => child.named && child.type !== 'switch_label');
    const body = statements.flatMap(statement => caseBody(statement, { scope, lower, yields }));
    const one: Case = { tests: isDefault ? undefined : tests, body };
    // `case 1: default:` is both.
    return isDefault && tests.length > 0 ? [{ tests, body: [] }, one] : [one];
  });
  return {
    kind: 'switch',
    ...spanOf(node),
    subject: subject === undefined ? opaque(node, scope, lower) : lower.expression(subject, scope),
    cases,
    fallsThrough: groups.some(group => group.type === 'switch_block_statement_group'),
  };
}

function caseBody(node: SyntaxNode, { scope, lower, yields }: Options): readonly Statement[] {
  const [value] = namedOf(node);
  if (yields && node.type === 'expression_statement' && value !== undefined)
    return [{ kind: 'return', ...spanOf(node), value: lower.expression(value, scope) }];
  return lower.statements([node], scope);
}
