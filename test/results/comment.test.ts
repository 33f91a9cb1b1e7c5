import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { maxCommentLength, renderCleanComment, renderReviewComment } from '../../src/results/comment.ts';
import { findMarker } from '../../src/results/review-marker.ts';
import { exampleFinding, exampleResult, links, manyFindings } from './example-result.ts';

describe('the marker', () => {
  it('is the first line and tells head and state', () => {
    const result = exampleResult({ findings: [exampleFinding()] });
    expect(findMarker(renderReviewComment(result, links))).toEqual({
      headSha: result.headSha,
      state: 'current',
    });
    expect(findMarker(renderCleanComment(exampleResult(), links))?.state).toBe('clean');
  });

  it('is not found in a text that only quotes it', () => {
    expect(findMarker(`> ${renderReviewComment(exampleResult(), links)}`)).toBeUndefined();
  });
});

describe('the length of the comment', () => {
  it.each([1, 30, 100, 300, 3_000])(
    'stays within the limit with %i findings and tells what is left out',
    number => {
      const findings = manyFindings(number, { message: 'word '.repeat(40) });
      const comment = renderReviewComment(exampleResult({ findings }), links);
      const shown = findings.filter(finding =>
        comment.includes(`id \`${finding.fingerprint.slice(0, 8)}`),
      ).length;
      const leftOut = /([\d,]+) findings? left out here/.exec(comment)?.[1] ?? '0';
      expect(comment.length).toBeLessThanOrEqual(maxCommentLength);
      expect(shown + Number(leftOut.replace(',', ''))).toBe(number);
    },
  );
});

describe('untrusted text in a comment', () => {
  const hostile = '@octocat fixes #1 ![x](https://evil.example) <img src=x> ``` </details> \u202e|';

  it('makes no link, image, element or mention, wherever it stands', () => {
    const finding = exampleFinding({
      path: `src/${hostile}.ts`,
      rule: hostile,
      cwe: [hostile],
      message: hostile,
      fix: hostile,
      evidence: hostile,
      advice: { explanation: hostile, suggestion: hostile, likelyFalsePositive: true },
    });
    const dismissal = {
      fingerprint: 'x',
      reason: hostile,
      actor: hostile,
      scope: 'repository',
      at: hostile,
    } as const;
    const result = exampleResult({
      findings: [finding, { ...finding, severity: 'low' }],
      dismissed: [{ finding, dismissal }],
      notAnalysed: [{ path: hostile, reason: hostile }],
      warnings: [hostile],
      usage: { model: hostile, requests: 1, inputTokens: 1, outputTokens: 1, costUsd: null },
    });
    const html = marked.parse(renderReviewComment(result, links), { async: false, gfm: true });
    const outsideCode = html.replace(/<code\b[^>]*>[\s\S]*?<\/code>/g, '');
    expect(outsideCode).not.toMatch(/<img|@octocat|#1\b|\u202e/);
    const targets = [...outsideCode.matchAll(/href="([^"]*)"/g)].map(match => match[1] ?? '');
    expect(targets.filter(target => !target.startsWith('https://github.com/acme/shop/'))).toEqual([]);
    expect(outsideCode.split('<details>')).toHaveLength(outsideCode.split('</details>').length);
  });
});

describe('the comment as people see it', () => {
  const findings = [
    exampleFinding({
      severity: 'critical',
      rule: 'github-token',
      cwe: ['CWE-798'],
      path: 'docs/setup.md',
      message: 'GitHub token in source',
      fix: 'Revoke the token and read it from the environment.',
      evidence: "token = '«masked»'",
      fingerprint: 'c0ffee1200000000',
    }),
    exampleFinding({
      advice: {
        explanation: 'A caller can append `; curl …`.',
        suggestion: "  execFile('git', ['log', ref]);",
        likelyFalsePositive: false,
      },
    }),
    exampleFinding({ severity: 'low', rule: 'weak-hash', cwe: ['CWE-328'], fingerprint: 'dbcdef0123456789' }),
  ];

  it('with findings, gaps and warnings', async () => {
    const result = exampleResult({
      outcome: 'incomplete',
      findings,
      fixedCount: 2,
      hiddenCount: 3,
      notAnalysed: [{ path: 'src/huge.ts', reason: 'larger than 1 MiB' }],
      warnings: ['No model is configured.'],
    });
    await expect(renderReviewComment(result, links)).toMatchFileSnapshot('__snapshots__/findings.md');
  });

  it('with the same problem in several places said once', async () => {
    const places = ['c0ffee1200000000', 'dbcdef0123456789', '99aabbccddeeff00'].map((fingerprint, index) =>
      exampleFinding({ fingerprint, line: 12 + index, endLine: 12 + index }),
    );
    const advised = exampleFinding({
      fingerprint: '1234567890abcdef',
      line: 40,
      endLine: 40,
      advice: { explanation: 'Only administrators reach this.', likelyFalsePositive: true },
    });
    const comment = renderReviewComment(exampleResult({ findings: [...places, advised] }), links);
    await expect(comment).toMatchFileSnapshot('__snapshots__/same-problem.md');
  });

  it('says that nothing is open, not that nothing was found, when findings were dismissed', () => {
    const dismissal = {
      fingerprint: '00112233445566aa',
      reason: 'checked before',
      actor: 'mona',
      scope: 'pull-request',
      at: '2026-01-02T03:04:05Z',
    } as const;
    const clean = renderCleanComment(
      exampleResult({ dismissed: [{ finding: exampleFinding(), dismissal }] }),
      links,
    );
    expect(clean).toContain('No open security findings, 1 dismissed');
  });

  it('when everything is fixed', async () => {
    const clean = renderCleanComment(exampleResult({ fixedCount: 3 }), links);
    await expect(clean).toMatchFileSnapshot('__snapshots__/clean.md');
  });
});
