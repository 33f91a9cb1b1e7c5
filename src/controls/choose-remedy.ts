import type { AuditReport, RemedyPlan } from '../contracts/audit.ts';

/** What somebody wants put right. */
export type WantedRemedy = {
  /** A control's id. */
  readonly control: string;
  /** Undefined: the only one that fails. */
  readonly resource: string | undefined;
  /** Parameters that only a person can give. */
  readonly given: Readonly<Record<string, string>>;
};

/** The call that does it, or why there is none. */
export type ChosenRemedy =
  | {
      readonly kind: 'call';
      readonly plan: RemedyPlan;
      readonly tool: string;
      readonly input: Readonly<Record<string, unknown>>;
    }
  /** A person does it: no tool of ours can. */
  | { readonly kind: 'by-hand'; readonly plan: RemedyPlan }
  /** Nothing is wrong, or more has to be said. `resources` are untrusted text. */
  | {
      readonly kind: 'nothing';
      readonly holds: boolean;
      readonly message: string;
      readonly resources: readonly string[];
    };

const nothing = (message: string, resources: readonly string[] = []): ChosenRemedy => ({
  kind: 'nothing',
  holds: false,
  message,
  resources,
});

/** Finds the plan for one failing resource in an audit of its control. Every name is one that the audit gave. */
export function chooseRemedy(
  { controls, remediation }: Pick<AuditReport, 'controls' | 'remediation'>,
  { control: id, resource, given }: WantedRemedy,
): ChosenRemedy {
  const plans = remediation.filter(({ control }) => control === id);
  const found = resource === undefined ? plans : plans.filter(plan => plan.resource === resource);
  const [plan] = found;
  if (plan === undefined) return whyNone(controls, { control: id, resource, plans });
  if (found.length > 1) {
    const names = found.map(other => other.resource);
    return nothing(`${found.length} resources fail ${id}: name the one that is meant.`, [...new Set(names)]);
  }
  const { tool } = plan;
  if (tool === null) return { kind: 'by-hand', plan };
  const strange = Object.keys(given).filter(name => !tool.asks.includes(name));
  if (strange.length > 0)
    return nothing(
      `${tool.name} takes no ${strange.join(', ')} from here${tool.asks.length > 0 ? `, only ${tool.asks.join(', ')}` : ''}.`,
    );
  const missing = tool.asks.filter(name => given[name] === undefined);
  if (missing.length > 0)
    return nothing(
      `${tool.name} also needs ${missing.map(name => `\`${name}\``).join(', ')}: \`--set ${missing.map(name => `${name}=<value>`).join(' ')}\`.`,
    );
  return { kind: 'call', plan, tool: tool.name, input: { ...tool.input, ...given } };
}

function whyNone(
  controls: AuditReport['controls'],
  { control: id, resource, plans }: Omit<WantedRemedy, 'given'> & { readonly plans: readonly RemedyPlan[] },
): ChosenRemedy {
  const outcomes = controls.find(control => control.id === id)?.outcomes ?? [];
  const [about] = resource === undefined ? outcomes : outcomes.filter(one => one.resource === resource);
  if (about === undefined && plans.length > 0)
    return nothing(
      `The audit of ${id} does not speak of that resource. These fail:`,
      plans.map(plan => plan.resource),
    );
  const error = outcomes.find(({ verdict }) => verdict === 'ERROR');
  if (resource === undefined ? error !== undefined : about === undefined || about.verdict === 'ERROR')
    return nothing(
      `Nothing that was looked at fails ${id}. Not everything could be: ${(error ?? about)?.reason ?? 'there is no such resource.'}`,
    );
  return {
    kind: 'nothing',
    holds: true,
    message: `${id} does not fail there: ${about?.reason ?? 'there is nothing that it is about.'}`,
    resources: [],
  };
}
