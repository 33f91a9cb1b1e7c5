import type { AuditOutcome, RemedyPlan } from '../../contracts/audit.ts';
import { codeBlock, codeSpan, inlineText } from '../untrusted-text.ts';

/** How far putting one resource right has come. */
export type AuditFix =
  /** Nothing fails, or more has to be said. */
  | {
      readonly kind: 'nothing';
      readonly holds: boolean;
      readonly message: string;
      readonly resources: readonly string[];
    }
  | { readonly kind: 'by-hand'; readonly plan: RemedyPlan }
  | { readonly kind: 'unreachable'; readonly message: string }
  | {
      readonly kind: 'asked';
      readonly plan: RemedyPlan;
      /** What the tool would do. */
      readonly summary: string;
      /** What `/devops approve` is given. */
      readonly approval: string;
    }
  | { readonly kind: 'not-done'; readonly plan: RemedyPlan; readonly reason: string }
  /** `after`: undefined where nothing is left that the control is about. */
  | { readonly kind: 'done'; readonly plan: RemedyPlan; readonly after: AuditOutcome | undefined };

const maxResources = 30;

/** Where a remedy stands, for a comment; untrusted parts are neutralised. */
export function renderAuditFix(control: string, fix: AuditFix): string {
  switch (fix.kind) {
    case 'unreachable':
      return inlineText(fix.message);
    case 'nothing':
      return [`${fix.holds ? '✅ ' : ''}${inlineText(fix.message)}`, ...listed(fix.resources)].join('\n\n');
    case 'by-hand': {
      const { commands, terraform } = fix.plan;
      return [
        about(fix.plan),
        'No tool does this: a person does.',
        ...(commands.length === 0 ? [] : [codeBlock(commands.join('\n'), 'sh')]),
        ...(terraform === '' ? [] : [codeBlock(terraform, 'hcl')]),
      ].join('\n\n');
    }
    case 'asked':
      return [
        about(fix.plan),
        `**Plan:** ${inlineText(fix.summary)}`,
        `It waits for \`/devops approve ${fix.approval}\` of somebody with the role \`maintain\` other than who asked; \`/devops reject ${fix.approval}\` ends it. Nothing was changed yet.`,
      ].join('\n\n');
    case 'not-done':
      return [about(fix.plan), `Nothing was changed: ${inlineText(fix.reason)}`].join('\n\n');
    case 'done':
      return [about(fix.plan), `It was carried out. ${afterwards(control, fix.after)}`].join('\n\n');
    default:
      return fix satisfies never;
  }
}

function about({ control, resource, region, change, risk, undo }: RemedyPlan): string {
  const place = region === null ? resource : `${resource} (${region})`;
  return [
    `**${control}** failed for ${codeSpan(place)}.`,
    `- Change: ${inlineText(change)}\n- Risk: ${inlineText(risk)}\n- Undo: ${codeSpan(undo)}`,
  ].join('\n\n');
}

function afterwards(control: string, after: AuditOutcome | undefined): string {
  if (after === undefined)
    return `✅ Looked at again: ${control} holds, nothing of it is left that it is about.`;
  const said = `Looked at again: ${control} is ${after.verdict}. ${inlineText(after.reason)}`;
  return after.verdict === 'PASS' ? `✅ ${said}` : `⚠️ ${said}`;
}

function listed(resources: readonly string[]): readonly string[] {
  if (resources.length === 0) return [];
  const more = resources.length - maxResources;
  const lines = resources.slice(0, maxResources).map(resource => `- ${codeSpan(resource)}`);
  return [[...lines, ...(more > 0 ? [`- … ${more} more`] : [])].join('\n')];
}
