import { matchesGlob } from './glob.ts';
import type { Policy, PolicyText } from './policy.ts';
import { isIdentityAllow, isWideResource } from './policy.ts';

/** The place that allows one action. */
export type Grant = {
  readonly action: PolicyText;
  /** Whether its statement names every resource, or every one of a kind. */
  readonly wide: boolean;
  readonly conditional: boolean;
};

/** The first grant of an action such as `iam:PassRole` in an identity policy, unless an unconditional Deny takes it away. */
export function grantOf(policy: Policy, action: string): Grant | undefined {
  const wanted = action.toLowerCase();
  const covers = ({ text }: PolicyText): boolean => matchesGlob(wanted, text.toLowerCase());
  const denied = policy.statements.some(
    ({ effect, conditions, hasUnknownConditions, actions, resources }) =>
      effect === 'Deny' &&
      conditions.length === 0 &&
      !hasUnknownConditions &&
      resources.some(({ text }) => text === '*') &&
      actions.some(covers),
  );
  if (denied) return undefined;
  const grants = policy.statements.filter(isIdentityAllow).flatMap(statement => {
    const found = statement.actions.find(covers);
    if (found === undefined || /^\*+(?::\*+)?$/.test(found.text)) return [];
    return [
      {
        action: found,
        wide:
          statement.resources.some(({ text }) => isWideResource(text)) || statement.notResources.length > 0,
        conditional: statement.conditions.length > 0 || statement.hasUnknownConditions,
      },
    ];
  });
  return grants.find(({ wide, conditional }) => wide && !conditional) ?? grants[0];
}
