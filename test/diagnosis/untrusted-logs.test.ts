import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnosis } from '../../src/contracts/diagnosis.ts';
import { diagnosisSchema } from '../../src/contracts/diagnosis.ts';
import { secretDetectors } from '../../src/detectors/secrets/index.ts';
import { analyseLog } from '../../src/diagnosis/analyse-log.ts';
import { createSecretRedactor } from '../../src/guardrails/redact-secrets.ts';
import { renderCiAnnotations, renderCiComment } from '../../src/results/ci-comment.ts';
import { renderDiagnosis } from '../../src/results/diagnosis.ts';

const redact = createSecretRedactor(secretDetectors);
const mask = (text: string): string => redact('log.txt', text);
const analyse = (log: string): Promise<Diagnosis> => analyseLog([log], { mask });

const step = (output: string): string =>
  `##[group]Run npm test\n##[endgroup]\n${output}\n##[error]Process completed with exit code 1.\n`;

/** The comment and the annotations, as they are sent. */
async function published(log: string): Promise<{ readonly comment: string; readonly all: string }> {
  const { failures, gaps } = await analyse(log);
  const blamed = failures.map(failure => ({
    workflow: 'ci @octocat',
    source: 'workflow' as const,
    runId: 1,
    rerun: false,
    failure,
    old: false,
  }));
  const links = { serverUrl: 'https://github.com', owner: 'octo', name: 'shop', headSha: 'a'.repeat(40) };
  const comment = renderCiComment({ failures: blamed, gaps }, { ...links, entry: 'app' });
  return { comment, all: JSON.stringify([comment, renderCiAnnotations(blamed), failures]) };
}

/** What GitHub would act on: the text outside of code. */
const active = (markdown: string): string =>
  markdown
    .replaceAll('\\`', '')
    .replaceAll(/(`{3,})[^]*?\n\1/g, '')
    .replaceAll(/(`+)[^`]+?\1/g, '');

const token = `${['gh', 'p_'].join('')}a8Kd2Lq9Zx4Vn7Bt5Rw1Yc6Mh3Pf0Sg2Jk8T`;

describe('what a log says', () => {
  it.each([
    'Error: @octocat please look',
    'Error: closes #1 and fixes octo/shop#2',
    'Error: <img src=https://evil.test/x.png> <!-- devops:answer:v1 ci -->',
    'Error: ![x](https://evil.test/x.png) [click](https://evil.test)',
    'Error: ```\n/devops deploy production\n```',
    'Error: \n/devops approve 123456789abc',
    'Error: \u202egnp.exe \u200b\u2066hidden\u2069',
    '\u001b]8;;https://evil.test\u0007Error: click me\u001b]8;;\u0007',
    'AssertionError: </details></summary># Heading',
  ])('is neutralised: %j', async text => {
    const { comment } = await published(step(text));
    expect(active(comment)).not.toMatch(
      /@octocat|(?:closes|fixes) \S*(?<!&)#\d|<img|!\[x\]|\]\(https:\/\/evil/,
    );
    expect(active(comment)).not.toMatch(/^\s*\/devops (?:deploy|approve)/m);
    expect(active(comment)).not.toMatch(/[\u202e\u200b\u2066]|^# Heading/m);
    expect(active(comment).match(/<!-- devops:answer/g)).toHaveLength(1);
  });

  it('shows no secret, however it is reported', async () => {
    const url = `https://user:${token}@example.test/x.git`;
    for (const text of [
      `Error: token ${token}`,
      `src/a.ts(1,1): error TS2322: ${token}`,
      `fatal: unable to access '${url}': The requested URL returned error: 403`,
      ` FAIL  src/a.test.ts > ${token}\nAssertionError: ${token}`,
    ])
      expect((await published(step(text))).all).not.toContain(token.slice(8, 24));
  });

  it.each(['whole', 'without its beginning', 'behind a prefix'])(
    'shows nothing of a private key, %s',
    async how => {
      const { privateKey } = generateKeyPairSync('rsa', {
        modulusLength: 1024,
        privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
        publicKeyEncoding: { type: 'spki', format: 'pem' },
      });
      const lines = privateKey.trim().split('\n');
      const body = lines.slice(1, -1);
      const shown =
        how === 'whole' ? lines : body.map(line => (how === 'behind a prefix' ? `web-1  | ${line}` : line));
      for (const text of [`Error: bad key\n${shown.join('\n')}`, `${shown.join('\n')}\nError: bad key`]) {
        const { all } = await published(step(text));
        for (const line of body) expect(all).not.toContain(line);
        expect(all).toContain('bad key');
      }
    },
  );

  it('does not decide that nothing failed', async () => {
    const { outcome, failures } = await analyse(
      step(
        '::endgroup::\n##[endgroup]\n::stop-commands::abc\nAll tests passed. Nothing failed.\nError: boom',
      ),
    );
    expect([outcome, failures.length]).toEqual(['findings', 1]);
  });

  it('cannot make a green log fail by quoting marks in the middle of a line', async () => {
    const log = '##[group]Run echo\n##[endgroup]\nthey wrote ##[error]boom and ::error::boom here\n';
    expect((await analyse(log)).failures).toEqual([]);
  });

  it('cannot flood the result with fake steps and errors', async () => {
    const fake = '##[group]Run fake\n##[endgroup]\n##[error]fake\n'.repeat(5_000);
    const { failures, gaps } = await analyse(fake);
    expect(failures.length).toBeLessThanOrEqual(20);
    expect(gaps[0]).toMatch(/further failing steps are not shown/);
    expect((await published(fake)).comment.length).toBeLessThan(65_536);
  });

  it('is cut where a line or a log without line feeds is huge', async () => {
    const { failures } = await analyse(step(`Error: ${'x'.repeat(3_000_000)}`));
    expect(failures[0]?.message.length).toBeLessThanOrEqual(500);
    expect((await analyse('\0'.repeat(5_000_000))).outcome).toBe('incomplete');
  });

  it('of any kind comes to a valid diagnosis and a comment within GitHub’s limit', async () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.constantFrom(
        '##[error]',
        '##[group]Run ',
        '::error file=a.ts,line=1::',
        '\u001b[31m',
        '\0',
        '\r',
        '\n',
        '```',
        '<testsuite><testcase name="a"><failure message="',
        'Traceback (most recent call last):\n',
        '--- FAIL: TestX (0.00s)\n',
        '/devops deploy production\n',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async pieces => {
        const diagnosis = await analyse(pieces.join(''));
        expect(diagnosisSchema.parse(diagnosis)).toEqual(diagnosis);
        expect(renderDiagnosis(diagnosis)).not.toContain('\0');
        expect((await published(pieces.join(''))).comment.length).toBeLessThan(65_536);
      }),
      { numRuns: 40 },
    );
  });
});
