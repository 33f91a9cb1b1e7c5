import type { AuditedControl, RemedyPlan } from '../contracts/audit.ts';
import type { Control } from './control.ts';

/** A plan for every failing resource, from its control's remedy. */
export function planRemedies(
  controls: readonly Control[],
  audited: readonly AuditedControl[],
  accountId: string | undefined,
): readonly RemedyPlan[] {
  return audited.flatMap(({ id, outcomes }) => {
    const remedy = controls.find(control => control.id === id)?.remedy;
    if (remedy === undefined) return [];
    return outcomes
      .filter(({ verdict }) => verdict === 'FAIL')
      .map(({ resource, region }) => {
        const values = { resource, region: region ?? '<region>', account: accountId ?? '<account>' };
        const { change, risk, tool } = remedy;
        return {
          control: id,
          resource,
          region,
          change,
          commands: remedy.commands.map(command => fill(command, values, shellWord)),
          terraform: fill(remedy.terraform, values, hclText),
          risk,
          undo: fill(remedy.undo, values, shellWord),
          tool:
            tool === undefined
              ? null
              : {
                  name: tool.name,
                  input: fillInput(tool.input, { resource, region }),
                  asks: tool.asks ?? [],
                },
        };
      });
  });
}

type Values = Readonly<Record<string, string>>;

/** Names are text of others: one must not become a second command. */
function fill(template: string, values: Values, quote: (value: string) => string): string {
  return template.replace(/\{(resource|region|account)\}/g, (_, name: string) => quote(values[name] ?? ''));
}

function shellWord(value: string): string {
  return /^[\w.:/@=+,<>-]+$/.test(value) ? value : `'${value.replaceAll("'", `'\\''`)}'`;
}

/** Inside a quoted text or a comment of HCL: `${` would be evaluated. */
function hclText(value: string): string {
  return value
    .replace(/["\\\r\n]/g, '_')
    .replaceAll('${', '$${')
    .replaceAll('%{', '%%{');
}

/** Values that are a placeholder alone; a region that there is none of is left out. */
function fillInput(
  input: Readonly<Record<string, unknown>>,
  values: { readonly resource: string; readonly region: string | null },
): Record<string, unknown> {
  const filled = Object.entries(input).map(([name, value]): readonly [string, unknown] => {
    if (value === '{resource}') return [name, values.resource];
    if (value === '{region}') return [name, values.region];
    if (Array.isArray(value))
      return [name, value.map(item => (item === '{resource}' ? values.resource : item))];
    return [name, value];
  });
  return Object.fromEntries(filled.filter(([, value]) => value !== null));
}
