import type { CheckFact, GateVerdict, RequiredCheck } from '../../contracts/gate.ts';
import type { Gate } from './gate.ts';
import { off, pass, refuse, short, unread, unreadable } from './verdict.ts';

/** Most names that a sentence lists. */
const shown = 5;

/** Check runs and commit statuses of exactly this commit; what is pending, missing or unreadable does not pass. */
export const checksGate: Gate = ({ request, change }, { environment }) => {
  const { checks: mode, ignoredChecks } = environment.gates;
  if (mode === 'none') return off('No checks are asked for.');
  if (request.operation === 'rollback') return off('A rollback does not ask for it.');
  if (change === undefined) return unread;
  if (change.checks === undefined) return unread;
  if (change.checks.kind === 'unreadable') return unreadable('checks', change.checks.reason);
  const counted = (name: string): boolean => !ignoredChecks.includes(name);
  const reported = change.checks.value.reported.filter(check => !check.own && counted(check.name));
  const required = change.checks.value.required.filter(check => counted(check.name));
  const asked = askedFor(mode, reported, required);
  if (asked.found.length === 0 && asked.missing.length === 0)
    return environment.gates.noChecks === 'allow'
      ? pass(`There are no ${mode === 'required' ? 'required ' : ''}checks, which is allowed here.`)
      : refuse(
          'no-checks',
          mode === 'required'
            ? 'The base branch requires no checks, so nothing says that this commit works.'
            : `\`${short(request.sha)}\` has no checks, so nothing says that it works.`,
          `Add checks, or set \`no-checks: allow\` for \`${environment.name}\`.`,
        );
  return verdictOf(asked);
};

type Asked = { readonly found: readonly CheckFact[]; readonly missing: readonly string[] };

function askedFor(
  mode: 'all' | 'required' | readonly string[],
  reported: readonly CheckFact[],
  required: readonly RequiredCheck[],
): Asked {
  if (mode === 'all') return { found: reported, missing: [] };
  const wanted = mode === 'required' ? required : mode.map(name => ({ name, appId: null }));
  const meets = (check: CheckFact, { name, appId }: RequiredCheck): boolean =>
    check.name === name && (appId === null || check.appId === appId);
  return {
    found: reported.filter(
      check => (mode === 'required' && check.required) || wanted.some(one => meets(check, one)),
    ),
    missing: wanted.filter(one => !reported.some(check => meets(check, one))).map(({ name }) => name),
  };
}

function verdictOf({ found, missing }: Asked): GateVerdict {
  const failed = found.filter(({ state }) => state === 'failed').map(({ name }) => name);
  if (failed.length > 0)
    return refuse('checks-failed', `Not green: ${listed(failed)}.`, 'Fix what they report, then ask again.');
  if (missing.length > 0)
    return refuse(
      'checks-missing',
      `Not reported on this commit: ${listed(missing)}.`,
      'Wait until they have run, or correct their names in the configuration.',
    );
  const pending = found.filter(({ state }) => state === 'pending').map(({ name }) => name);
  if (pending.length > 0)
    return refuse('checks-pending', `Still running: ${listed(pending)}.`, 'Ask again when they are green.');
  return pass(found.length === 1 ? 'The check is green.' : `All ${found.length} checks are green.`);
}

/** Names come from whoever made the check: quoted as code, with nothing that could end the quote. */
function listed(names: readonly string[]): string {
  const unique = [...new Set(names)].toSorted();
  const quoted = unique
    .slice(0, shown)
    .map(name => `\`${name.replace(/[`\p{Cc}\p{Cf}]/gu, '').slice(0, 100)}\``);
  const more = unique.length - quoted.length;
  return `${quoted.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
