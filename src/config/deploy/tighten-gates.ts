import type { Allowed, GatesConfig } from '../../contracts/deploy.ts';
import { roleNames } from '../../contracts/role.ts';

/** Told about every setting that is kept as the organisation has it. */
type Refuse = (setting: string, kept: string) => void;

/** The gates a repository wants, but nowhere looser than the organisation's. */
export function tightenGates(base: GatesConfig, wanted: GatesConfig, refuse: Refuse): GatesConfig {
  const bound = <T>(setting: string, isAllowed: boolean, floor: T, value: T): T => {
    if (isAllowed) return value;
    refuse(setting, JSON.stringify(floor));
    return floor;
  };
  const ordered = <T>(setting: string, order: readonly T[], floor: T, value: T): T =>
    bound(setting, order.indexOf(value) >= order.indexOf(floor), floor, value);
  return {
    allowed: tightenAllowed('allowed', base.allowed, wanted.allowed, refuse),
    checks: bound('checks', coversChecks(base.checks, wanted.checks), base.checks, wanted.checks),
    ignoredChecks: bound(
      'ignored-checks',
      wanted.ignoredChecks.every(name => base.ignoredChecks.includes(name)),
      base.ignoredChecks,
      wanted.ignoredChecks,
    ),
    noChecks: ordered('no-checks', ['allow', 'refuse'], base.noChecks, wanted.noChecks),
    approvals: bound('approvals', wanted.approvals >= base.approvals, base.approvals, wanted.approvals),
    outdated: bound(
      'outdated',
      strictness(wanted.outdated) >= strictness(base.outdated),
      base.outdated,
      wanted.outdated,
    ),
    bases: bound('bases', isWithin(base.bases, wanted.bases), base.bases, wanted.bases),
    branches: bound('branches', isWithin(base.branches, wanted.branches), base.branches, wanted.branches),
    drafts: bound('drafts', base.drafts || !wanted.drafts, base.drafts, wanted.drafts),
    forks: ordered('forks', ['with-review', 'refuse'], base.forks, wanted.forks),
    verifiedCommits: bound(
      'verified-commits',
      wanted.verifiedCommits || !base.verifiedCommits,
      base.verifiedCommits,
      wanted.verifiedCommits,
    ),
    protectionRules: bound(
      'protection-rules',
      wanted.protectionRules || !base.protectionRules,
      base.protectionRules,
      wanted.protectionRules,
    ),
    // Those of the organisation are always part of the wanted ones.
    freeze: wanted.freeze,
    confirmation: tightenConfirmation(base.confirmation, wanted.confirmation, refuse),
  };
}

function tightenAllowed(setting: string, base: Allowed, wanted: Allowed, refuse: Refuse): Allowed {
  const isOpen = base.teams.length === 0 && base.users.length === 0;
  const named = wanted.teams.length > 0 || wanted.users.length > 0;
  const narrower =
    wanted.teams.every(team => base.teams.includes(team)) &&
    wanted.users.every(user => base.users.includes(user));
  const role = roleNames.indexOf(wanted.role) >= roleNames.indexOf(base.role);
  if (role && (isOpen || (named && narrower))) return wanted;
  refuse(setting, JSON.stringify(base));
  return base;
}

function tightenConfirmation(
  base: GatesConfig['confirmation'],
  wanted: GatesConfig['confirmation'],
  refuse: Refuse,
): GatesConfig['confirmation'] {
  if (base === null) return wanted;
  if (wanted === null || wanted.count < base.count || wanted.expiresAfterMinutes > base.expiresAfterMinutes) {
    refuse('confirmation', JSON.stringify({ count: base.count, minutes: base.expiresAfterMinutes }));
    return base;
  }
  return {
    ...wanted,
    allowed: tightenAllowed('confirmation.allowed', base.allowed, wanted.allowed, refuse),
  };
}

/** `all` looks at whatever is reported; a list also at what is missing: neither replaces the other. */
function coversChecks(base: GatesConfig['checks'], wanted: GatesConfig['checks']): boolean {
  if (base === 'none') return true;
  if (typeof base === 'string') return wanted === base || (base === 'required' && wanted === 'all');
  return typeof wanted !== 'string' && base.every(name => wanted.includes(name));
}

function strictness(outdated: GatesConfig['outdated']): number {
  return { allow: 0, warn: 1, refuse: 2, update: 2 }[outdated];
}

/** An empty list of bases means the default branch only, and of branches all: both are the organisation's choice. */
function isWithin(base: readonly string[], wanted: readonly string[]): boolean {
  if (wanted.length === base.length && wanted.every((entry, index) => entry === base[index])) return true;
  return wanted.length > 0 && wanted.every(entry => base.includes(entry));
}
