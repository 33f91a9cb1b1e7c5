import type { Allowed, FreezeWindow, GatesConfig } from '../../contracts/deploy.ts';
import type { WrittenAllowed, WrittenFreeze, WrittenGates } from './gates-schema.ts';

/** What holds where nothing is written. */
export function defaultGates(production: boolean): GatesConfig {
  return {
    allowed: anyWriter,
    checks: 'required',
    ignoredChecks: [],
    noChecks: production ? 'refuse' : 'allow',
    approvals: production ? 1 : 0,
    outdated: 'warn',
    bases: [],
    branches: [],
    drafts: false,
    forks: 'refuse',
    verifiedCommits: false,
    protectionRules: true,
    freeze: [],
    confirmation: null,
  };
}

const anyWriter: Allowed = { role: 'write', teams: [], users: [] };

/** Puts what is written over what holds otherwise; freeze windows add up. */
export function gatesOver(base: GatesConfig, written: WrittenGates = {}): GatesConfig {
  return {
    allowed: allowedOver(base.allowed, written.allowed),
    checks: written.checks ?? base.checks,
    ignoredChecks: written['ignored-checks'] ?? base.ignoredChecks,
    noChecks: written['no-checks'] ?? base.noChecks,
    approvals: written.approvals ?? base.approvals,
    outdated: written.outdated ?? base.outdated,
    bases: written.bases ?? base.bases,
    branches: written.branches ?? base.branches,
    drafts: written.drafts ?? base.drafts,
    forks: written.forks ?? base.forks,
    verifiedCommits: written['verified-commits'] ?? base.verifiedCommits,
    protectionRules: written['protection-rules'] ?? base.protectionRules,
    freeze: [...base.freeze, ...(written.freeze ?? []).map(freezeOf)],
    confirmation: confirmationOver(base.confirmation, written.confirmation),
  };
}

/** A freeze window with its defaults. */
export function freezeOf(written: WrittenFreeze): FreezeWindow {
  return {
    cron: written.cron,
    timeZone: written['time-zone'] ?? 'UTC',
    minutes: written.minutes,
    reason: written.reason ?? '',
  };
}

function allowedOver(base: Allowed, written: WrittenAllowed = {}): Allowed {
  return {
    role: written.role ?? base.role,
    teams: written.teams ?? base.teams,
    users: written.users ?? base.users,
  };
}

function confirmationOver(
  base: GatesConfig['confirmation'],
  written: WrittenGates['confirmation'],
): GatesConfig['confirmation'] {
  if (written === undefined) return base;
  if (written === false) return null;
  return {
    count: written.count ?? base?.count ?? 1,
    allowed: allowedOver(base?.allowed ?? anyWriter, written.allowed),
    expiresAfterMinutes: written['expires-after-minutes'] ?? base?.expiresAfterMinutes ?? 60,
  };
}
