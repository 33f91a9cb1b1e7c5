import { describe, expect, it } from 'vitest';
import { awsFailureOf } from '../../src/clients/aws/aws-failure.ts';
import type { AuditOutcome } from '../../src/contracts/audit.ts';
import { controls } from '../../src/controls/index.ts';
import { auditAws } from '../../src/runs/audit/audit-aws.ts';
import { controlStates } from './audit/index.ts';
import { type MadeState, MissingState } from './audit/state.ts';
import { liveAccess, liveEndpoint, liveRegion, liveTitle } from './live-aws.ts';

/** What a control says of one resource; undefined when it does not speak of it. */
async function outcomeOf(id: string, { resource, at }: MadeState): Promise<AuditOutcome | undefined> {
  const report = await auditAws({
    access: liveAccess(),
    homeRegion: liveRegion,
    regions: [liveRegion],
    controls: controls.filter(control => control.id === id),
    controlsInAll: controls.length,
    actor: 'mona',
    runId: 'live-audit',
    now: () => at ?? new Date(),
  });
  const outcomes = report.controls[0]?.outcomes ?? [];
  return outcomes.find(outcome => outcome.resource === resource) ?? outcomes[0];
}

/** Where what answers knows nothing of the service, the state cannot be made. */
async function madeOr(
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

/** Some states take many calls. */
const limit = { timeout: 60_000 };

describe.skipIf(liveEndpoint === undefined)(`an audit of a live account${liveTitle}`, () => {
  it.for(controlStates)('$id tells the bad state from the good one', limit, async (state, context) => {
    const { id, bad, good } = state;
    const wrong = await madeOr(bad);
    if ('missing' in wrong) return context.skip(wrong.missing);
    expect(await outcomeOf(id, wrong.made)).toMatchObject({ verdict: 'FAIL' });
    const right = await madeOr(() => good(wrong.made));
    if ('missing' in right) return context.skip(right.missing);
    expect(await outcomeOf(id, right.made)).toMatchObject({ verdict: 'PASS' });
  });
});
