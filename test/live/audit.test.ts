import * as iam from '@aws-sdk/client-iam';
import { describe, expect, it } from 'vitest';
import { chooseRemedy } from '../../src/controls/choose-remedy.ts';
import { controls } from '../../src/controls/index.ts';
import { controlStates, onlyPeople, withoutStates } from './audit/index.ts';
import { auditLive, auditOne, madeOr, outcomeOf } from './audit/look.ts';
import { makeBucket, services } from './audit/state.ts';
import { callLive, liveEndpoint, liveTitle, uniqueName } from './live-aws.ts';

/** Some states take many calls. Everything is in one file, so that no two states of the account meet. */
const limit = { timeout: 120_000 };

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

describe.skipIf(liveEndpoint === undefined)(`a whole audit of a live account${liveTitle}`, () => {
  it('has a verdict for every control, and MANUAL for what only people can tell', limit, async () => {
    const report = await auditLive(controls);
    expect(report.controls.map(({ id }) => id)).toEqual(controls.map(({ id }) => id));
    for (const [id, why] of Object.entries(withoutStates)) {
      const verdict = report.controls.find(control => control.id === id)?.verdict;
      const possible =
        why === onlyPeople ? ['MANUAL'] : ['PASS', 'FAIL', 'MANUAL', 'ERROR', 'NOT_APPLICABLE'];
      expect({ id, is: possible.includes(verdict ?? '') }).toEqual({ id, is: true });
    }
    const unexpected = report.failures.filter(({ code }) => code === 'unexpected');
    expect(unexpected).toEqual([]);
  });
});

const fixable = controlStates.filter(
  ({ id }) => controls.find(control => control.id === id)?.remedy.tool !== undefined,
);

/** What a person answers: where flow logs go, which key of a user. */
async function answers(resource: string): Promise<Readonly<Record<string, string>>> {
  const { client } = await services.iam();
  const keys = await client
    .send(new iam.ListAccessKeysCommand({ UserName: resource }))
    .catch(() => ({ AccessKeyMetadata: [] }));
  return {
    key: keys.AccessKeyMetadata?.[0]?.AccessKeyId?.slice(-4) ?? '',
    bucketArn: `arn:aws:s3:::${await makeBucket(uniqueName('audit'))}`,
  };
}

describe.skipIf(liveEndpoint === undefined)(`remedies in a live account${liveTitle}`, () => {
  it.for(fixable)('$id is put right by its tool', limit, async ({ id, bad }, context) => {
    const made = await madeOr(bad);
    if ('missing' in made) return context.skip(made.missing);
    const { resource, at } = made.made;
    const asks = controls.find(control => control.id === id)?.remedy.tool?.asks ?? [];
    const all = asks.length > 0 ? await answers(resource) : {};
    const given = Object.fromEntries(Object.entries(all).filter(([name]) => asks.includes(name)));
    const chosen = chooseRemedy(await auditOne(id, at), { control: id, resource, given });
    expect(chosen).toMatchObject({ kind: 'call' });
    if (chosen.kind !== 'call') return undefined;
    expect(await callLive(chosen.tool, chosen.input)).toMatchObject({ kind: 'needs-approval' });
    expect(await callLive(chosen.tool, chosen.input, { approve: true })).toMatchObject({ kind: 'ok' });
    const after = (await auditOne(id, at)).controls[0]?.outcomes.find(other => other.resource === resource);
    // A user whose only key is inactive is none of the control's any more.
    expect(['PASS', undefined]).toContain(after?.verdict);
  });
});
