import type { Detector, RawFinding, RuleMetadata } from '../../contracts/detector.ts';
import { mayHoldPolicies, policiesOf } from './policy/policies-of.ts';
import type { Policy } from './policy/policy.ts';

type Metadata = Omit<RuleMetadata, 'family' | 'examples' | 'owasp' | 'references'>;

/** What distinguishes one IAM rule; the search for policies is shared. */
export type IamRule = Metadata & {
  /** Beside the IAM reference of policy elements, which every rule cites. */
  readonly references?: readonly string[];
  readonly check: (policy: Policy) => readonly RawFinding[];
  /** Statements (or whole policies, when they have a `Statement`), rendered as JSON policies. */
  readonly bad: readonly Readonly<Record<string, unknown>>[];
  readonly good: readonly Readonly<Record<string, unknown>>[];
};

const elements = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html';

/** Makes an IAM rule from a check of one policy document. */
export function defineIamRule(rule: IamRule): Detector {
  const { check, bad, good, references, ...meta } = rule;
  const toExample = (body: Readonly<Record<string, unknown>>) => ({
    path: 'policy.json',
    text: render(body),
  });
  return {
    meta: {
      ...meta,
      family: 'iam',
      owasp: ['A01'],
      references: [...(references ?? []), elements],
      examples: { bad: bad.map(toExample), good: good.map(toExample) },
    },
    appliesTo: mayHoldPolicies,
    needsTree: true,
    keywords: [
      'statement',
      '2012-10-17',
      '2008-10-17',
      'principal(',
      'managed_policy_name',
      'managedpolicyname',
      'publicaccess',
      'public_access',
    ],
    detect: file => policiesOf(file).flatMap(check),
  };
}

function render(body: Readonly<Record<string, unknown>>): string {
  const isDocument = 'Statement' in body || 'Version' in body;
  const policy = isDocument ? body : { Version: '2012-10-17', Statement: [body] };
  return `${JSON.stringify(policy, null, 2)}\n`;
}
