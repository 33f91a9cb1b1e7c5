import type { CommandDefinition, ParsedArguments } from './command-definition.ts';
import { unknownOption } from './deploy-arguments.ts';

const maxListed = 40;
/** AWS's ARNs are no longer than this, characters. */
const maxResource = 2_048;

/** What is asked: an audit, or that one failing resource is put right. */
export type AuditRequest =
  | {
      readonly kind: 'audit';
      readonly regions: readonly string[];
      readonly controls: readonly string[];
    }
  | {
      readonly kind: 'fix';
      readonly regions: readonly string[];
      readonly control: string;
      /** Undefined: the only one that fails. */
      readonly resource: string | undefined;
      /** Parameters that only a person can give. */
      readonly given: Readonly<Record<string, string>>;
    };

/** Audits the AWS account of the repository's configuration. */
export const audit: CommandDefinition<AuditRequest> = {
  name: 'audit',
  summary:
    'Audits the AWS account of the configuration against CIS AWS Foundations: what fails, why, how to put it right, and what changed since the last audit. With `fix` it plans a remedy, which waits for an approval.',
  usage:
    '/devops audit aws [fix <control> [<resource>] [name=value…]] [--region <region>[,…]] [--control <id>[,…]]',
  permission: 'maintain',
  pullRequestOnly: false,
  read(command) {
    const { args, options } = command;
    const [subject, verb, control, ...words] = args;
    if (subject !== 'aws') return { kind: 'usage', message: 'What can be audited is `aws`.' };
    if (verb !== undefined && verb !== 'fix')
      return { kind: 'usage', message: 'After `aws` only `fix <control>` may follow, or options.' };
    const unknown = unknownOption(command, ['region', 'control']);
    if (unknown !== undefined) return unknown;
    const regions = listOf(options['region']);
    const controls = listOf(options['control']);
    if (regions === undefined || regions.some(region => !/^[a-z]{2}(-[a-z]+)+-\d$/.test(region)))
      return {
        kind: 'usage',
        message: '`--region` takes regions such as `eu-central-1`, with commas between.',
      };
    if (controls === undefined || controls.some(id => !/^\d(\.\d{1,2}){1,2}$/.test(id)))
      return { kind: 'usage', message: '`--control` takes ids such as `5.3`, with commas between.' };
    if (verb === undefined) return { kind: 'ok', value: { kind: 'audit', regions, controls } };
    if (control === undefined || !/^\d(\.\d{1,2}){1,2}$/.test(control) || controls.length > 0)
      return { kind: 'usage', message: '`fix` takes one control’s id, such as `5.3`.' };
    return readFix({ control, regions }, words);
  },
};

/** A resource as the audit names it, if any, and then `name=value` words. */
function readFix(
  fix: { readonly control: string; readonly regions: readonly string[] },
  words: readonly string[],
): ParsedArguments<AuditRequest> {
  const isGiven = (word: string): boolean => /^[a-zA-Z]{1,40}=/.test(word);
  const resources = words.filter(word => !isGiven(word));
  const [resource] = resources;
  if (resources.length > 1 || (resource ?? '').length > maxResource)
    return { kind: 'usage', message: '`fix` takes one resource, as the audit names it.' };
  const given = words.filter(isGiven).map(word => {
    const at = word.indexOf('=');
    return [word.slice(0, at), word.slice(at + 1, at + 1 + maxResource)] as const;
  });
  return { kind: 'ok', value: { kind: 'fix', ...fix, resource, given: Object.fromEntries(given) } };
}

/** Undefined for an option without value, and for more than anybody means. */
function listOf(option: string | true | undefined): readonly string[] | undefined {
  if (option === undefined) return [];
  if (option === true) return undefined;
  const items = option.split(',').map(item => item.trim());
  return items.length <= maxListed ? items : undefined;
}
