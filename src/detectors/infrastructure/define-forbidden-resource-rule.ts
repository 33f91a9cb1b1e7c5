import type { Detector } from '../../contracts/detector.ts';
import type { Severity } from '../../contracts/severity.ts';
import { defineAttributeRule } from './define-attribute-rule.ts';
import type { ConcernName } from './model/concerns.ts';
import { blockOf } from './model/example.ts';
import { isUnset } from './model/expectation.ts';

/** What distinguishes one rule about a resource that should not exist at all. */
export type ForbiddenResourceRule = {
  readonly id: string;
  readonly title: string;
  readonly concern: ConcernName;
  /** Default: the concern’s. */
  readonly severity?: Severity;
  readonly fix: string;
  readonly references: readonly string[];
  /** The kinds of resources that are reported wherever they occur; the first is Terraform's. */
  readonly types: readonly string[];
  /** Terraform's type to use in their place. */
  readonly instead: string;
};

/** Makes an infrastructure rule that reports every resource of some types. */
export function defineForbiddenResourceRule({ types, instead, ...rule }: ForbiddenResourceRule): Detector {
  const { meta, ...detector } = defineAttributeRule({
    ...rule,
    checks: types.map(type => ({ type, attribute: '', expect: isUnset() })),
  });
  const [first = ''] = types;
  const examples = {
    bad: [{ path: 'main.tf', text: blockOf(first, {}) }],
    good: [{ path: 'main.tf', text: blockOf(instead, {}) }],
  };
  return { ...detector, meta: { ...meta, what: `${rule.title}: reports ${types.join(', ')}.`, examples } };
}
