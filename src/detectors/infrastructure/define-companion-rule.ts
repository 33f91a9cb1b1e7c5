import type { Detector } from '../../contracts/detector.ts';
import type { Severity } from '../../contracts/severity.ts';
import { type Companion, defineAttributeRule } from './define-attribute-rule.ts';
import type { ConcernName } from './model/concerns.ts';
import { blockOf } from './model/example.ts';
import { type Expectation, isPresent } from './model/expectation.ts';

/** What distinguishes one rule about a resource that needs another one beside it. */
export type CompanionRule = {
  readonly id: string;
  readonly title: string;
  readonly concern: ConcernName;
  /** Default: the concern’s. */
  readonly severity?: Severity;
  readonly fix: string;
  readonly references: readonly string[];
  /** Each resource of `type` needs the companion, in its file or one beside it; the first is Terraform's. */
  readonly checks: readonly {
    readonly type: string;
    readonly companion: Companion;
    readonly when?: Readonly<Record<string, Expectation>>;
    /** What else the companion of the good example has. */
    readonly example?: Readonly<Record<string, unknown>>;
  }[];
};

/** Makes an infrastructure rule that reports resources to which no companion refers. */
export function defineCompanionRule({ checks, ...rule }: CompanionRule): Detector {
  const { meta, ...detector } = defineAttributeRule({
    ...rule,
    // The companion may stand in a folder or repository that the change does not show.
    confidence: 'medium',
    checks: checks.map(({ type, companion, when = {} }) => ({
      type,
      attribute: companion.type,
      expect: isPresent(),
      when,
      elsewhere: [companion],
    })),
  });
  const pairs = checks.map(({ type, companion }) => `${type} to which no ${companion.type} refers`);
  const what = `${rule.title}: reports ${pairs.join(', ')}.`;
  return { ...detector, meta: { ...meta, what, examples: examplesOf(checks[0]) } };
}

function examplesOf(check: CompanionRule['checks'][number] | undefined): Detector['meta']['examples'] {
  if (check === undefined) return { bad: [], good: [] };
  const { type, companion, when = {}, example = {} } = check;
  const required = Object.entries(when).filter(([, expectation]) => expectation.required);
  const alone = blockOf(type, Object.fromEntries(required.map(([path, { good }]) => [path, good])));
  const beside = blockOf(companion.type, { [companion.link]: `\${${type}.example.id}`, ...example });
  const path = 'main.tf';
  return { bad: [{ path, text: alone }], good: [{ path, text: `${alone}\n${beside}` }] };
}
