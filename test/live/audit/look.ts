import { awsFailureOf } from '../../../src/clients/aws/aws-failure.ts';
import type { AuditOutcome, AuditReport } from '../../../src/contracts/audit.ts';
import type { Control } from '../../../src/controls/control.ts';
import { controls } from '../../../src/controls/index.ts';
import { auditAws } from '../../../src/runs/audit/audit-aws.ts';
import { liveAccess, liveRegion } from '../live-aws.ts';
import { type MadeState, MissingState } from './state.ts';

/** Audits one control in the suite's region. */
export async function auditOne(id: string, at: Date = new Date()): Promise<AuditReport> {
  return await auditLive(
    controls.filter(control => control.id === id),
    at,
  );
}

/** Audits some controls in the suite's region. */
export async function auditLive(chosen: readonly Control[], at: Date = new Date()): Promise<AuditReport> {
  return await auditAws({
    access: liveAccess(),
    homeRegion: liveRegion,
    regions: [liveRegion],
    controls: chosen,
    controlsInAll: controls.length,
    actor: 'mona',
    runId: 'live-audit',
    now: () => at,
  });
}

/** What a control says of one resource; of the first where it does not speak of it. */
export async function outcomeOf(id: string, { resource, at }: MadeState): Promise<AuditOutcome | undefined> {
  const outcomes = (await auditOne(id, at)).controls[0]?.outcomes ?? [];
  return outcomes.find(outcome => outcome.resource === resource) ?? outcomes[0];
}

/** Where what answers knows nothing of the service, the state cannot be made. */
export async function madeOr(
  make: () => Promise<MadeState>,
): Promise<{ readonly made: MadeState } | { readonly missing: string }> {
  try {
    return { made: await make() };
  } catch (error) {
    const failure = awsFailureOf(error, { action: 'make', region: liveRegion });
    if (error instanceof MissingState) return { missing: error.message };
    if (failure.kind === 'unsupported') return { missing: failure.message };
    throw error;
  }
}
