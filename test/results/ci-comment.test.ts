import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Failure } from '../../src/contracts/diagnosis.ts';
import { analyseLog } from '../../src/diagnosis/analyse-log.ts';
import { type BlamedFailure, renderCiComment } from '../../src/results/ci-comment.ts';

const links = { serverUrl: 'https://github.com', owner: 'octo', name: 'shop', headSha: 'c'.repeat(40) };

async function failureOf(fixture: string, job: string): Promise<Failure> {
  const log = readFileSync(join(import.meta.dirname, `../diagnosis/fixtures/${fixture}.log`), 'utf8');
  const { failures } = await analyseLog([log], { mask: text => text, job });
  const [failure] = failures;
  if (failure === undefined) throw new Error(`${fixture} has no failure`);
  return failure;
}

const blamed = (
  failure: Failure,
  change: Partial<BlamedFailure> & Pick<BlamedFailure, 'workflow'>,
): BlamedFailure => ({ source: 'workflow', runId: 4711, rerun: false, failure, old: false, ...change });

describe('the comment about CI', () => {
  it('is the one that the documentation shows', async () => {
    const type = await failureOf('tsc-assign', 'node 22');
    const network = await failureOf('curl-dns', 'smoke');
    const test = await failureOf('vitest-assert', 'unit');
    const { fingerprint, place } = type;
    const advice = {
      fingerprint,
      explanation: 'The new constant gives the id as text, while `User` wants a number.',
      evidence: "Type 'string' is not assignable to type 'number'.",
      note: null,
    };
    const failures = [
      blamed({ ...type, alsoIn: ['node 24'] }, { workflow: 'CI', advice, ...(place && { touched: place }) }),
      blamed(network, { workflow: 'Smoke', runId: 4712, rerun: true }),
      blamed(test, { workflow: 'Unit', runId: 4713, old: true }),
    ];
    const comment = renderCiComment({ failures, gaps: [] }, { ...links, entry: 'app' });
    await expect(comment).toMatchFileSnapshot('../../docs/examples/why-ci-failed.md');
  });

  it('leads with what is new, and says so when nothing is', async () => {
    const failure = await failureOf('tsc-assign', 'build');
    const old = blamed(failure, { workflow: 'A', old: true });
    const fresh = blamed(failure, { workflow: 'B' });
    const entry = 'action' as const;
    expect(renderCiComment({ failures: [old], gaps: [] }, { ...links, entry })).toContain(
      '## CI fails as it does on the base branch',
    );
    const both = renderCiComment({ failures: [old, fresh], gaps: [] }, { ...links, entry });
    expect(both).toMatch(/## Why CI failed\n[^]*Workflow `B`[^]*Workflow `A`/);
    expect(both).not.toContain('/devops');
  });

  it('tells gaps where the logs say nothing', () => {
    const comment = renderCiComment(
      { failures: [], gaps: ['The log of x is not there.'] },
      { ...links, entry: 'app' },
    );
    expect(comment).toContain('## CI failed, and its logs do not say why\n\n- The log of x is not there.');
  });
});
