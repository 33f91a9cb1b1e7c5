import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/config/index.ts';
import type { CodeReviewResult } from '../../src/contracts/code-result.ts';
import { renderCodeCheck } from '../../src/results/code-check.ts';
import { renderCodeComment } from '../../src/results/code-comment.ts';
import { findLineMarker, renderLineComment } from '../../src/results/line-comment.ts';
import { assembleResult, noUsage } from '../../src/runs/review/assemble-result.ts';
import { type Change, checkTexts } from '../code-review/check-texts.ts';

const links = {
  serverUrl: 'https://github.com',
  owner: 'octo',
  name: 'shop',
  baseSha: 'b'.repeat(40),
};

/** A result as a review makes it. */
async function resultOf(change: Change, more: Partial<CodeReviewResult> = {}): Promise<CodeReviewResult> {
  const result = assembleResult({
    headSha: 'a1b2c3d4'.repeat(5),
    analysis: { findings: [], notAnalysed: [], filesAnalysed: 6, bytesAnalysed: 4_200 },
    findings: await checkTexts(change, {
      documents: [{ path: 'docs/cart.md', text: 'Call `formatTotal()` for the receipt.\n' }],
      lockFiles: ['package-lock.json'],
    }),
    review: defaultConfig.review,
    isExcluded: () => false,
    dismissals: [],
    previouslyOpen: [],
    notAnalysed: [],
    warnings: [],
    usage: noUsage,
    unverifiedAgentFindings: 0,
    rules: 13,
    durationMs: 300,
  });
  return { ...result, maxComments: 10, lowered: [], topics: [], ...more };
}

const change: Change = {
  'src/cart.ts': [
    'export function total(prices: number[]): number {\n  return sum(prices);\n}\nexport function formatTotal(): string {\n  return "";\n}\n',
    'export function total(prices: number[], currency: string): number {\n  console.log(prices);\n  const rate = rates[currency];\n  return sum(prices) * rate;\n}\n',
  ],
  'db/migrations/7_age.sql': [null, 'ALTER TABLE users ADD COLUMN age int NOT NULL;\n'],
  'test/cart.test.ts': [null, "it.only('adds', () => {});\n"],
  'package.json': [
    '{\n  "dependencies": {\n  }\n}\n',
    '{\n  "dependencies": {\n    "money": "^1.2.0"\n  }\n}\n',
  ],
};

describe('the comment of a code review', () => {
  it('is what the documentation shows', async () => {
    const rendered = renderCodeComment(await resultOf(change), links);
    await expect(rendered).toMatchFileSnapshot('../../docs/examples/code-review.md');
  });

  it('tells the most important and counts the rest by kind', async () => {
    const rendered = renderCodeComment(await resultOf(change, { maxComments: 2 }), links);
    expect(rendered.match(/ · id `/g)).toHaveLength(2);
    expect(rendered).toContain('less important findings not shown (`review.max-comments`)');
    expect(rendered).toContain('1 × documentation that became false');
  });

  it('is not green when something was not read', async () => {
    const notAnalysed = [{ path: 'src/big.ts', reason: 'not read by the model: its budget is spent' }];
    const result = await resultOf({}, { notAnalysed, outcome: 'incomplete' });
    expect(renderCodeComment(result, links)).toContain('`src/big.ts`: not read by the model');
    expect(renderCodeCheck(result, links, new Set()).conclusion).toBe('neutral');
  });

  it('says nothing twice: a line with a comment has no annotation', async () => {
    const result = await resultOf(change);
    const [first] = result.findings;
    const [annotations = []] = renderCodeCheck(
      result,
      links,
      new Set([first?.fingerprint ?? '']),
    ).annotations;
    expect(annotations).toHaveLength(result.findings.length - 1);
  });

  it('neutralises what files and models say', async () => {
    const text = 'debugger; // ``` </details> @octocat closes #1 <!-- devops:answer:v1 ci -->\n';
    const result = await resultOf({ 'src/a@octocat.ts': [null, text] });
    const [finding] = result.findings;
    const evil = {
      ...result,
      findings: finding === undefined ? [] : [{ ...finding, message: text, fix: text }],
    };
    const rendered = [renderCodeComment(evil, links), renderLineComment(evil.findings[0] ?? fail(), 'abcd')];
    for (const body of rendered) {
      const outside = body
        .replaceAll('\\`', '')
        .replace(/(`{3,})[^]*?\1/g, '')
        .replace(/`[^`]*`/g, '');
      expect(outside).not.toMatch(/@octocat|#1\b|<\/details> @/);
      expect(outside.split('<!-- devops:')).toHaveLength(2);
    }
    expect(findLineMarker(rendered[1] ?? '')?.fingerprint).toBe(finding?.fingerprint);
    expect(findLineMarker(`Hello\n${rendered[1] ?? ''}`)).toBeUndefined();
  });
});

function fail(): never {
  throw new Error('there is no finding');
}
