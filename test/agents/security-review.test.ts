import { assistantMessage, modelError, ScriptedModel } from '@openai/agents/testing';
import { describe, expect, it } from 'vitest';
import { createSecurityReviewer } from '../../src/agents/security-review/reviewer.ts';
import { defaultConfig } from '../../src/config/index.ts';
import type { Finding } from '../../src/contracts/finding.ts';
import type { ReviewerInput } from '../../src/contracts/reviewer.ts';
import { silentLogger } from '../../src/logger.ts';

const file = {
  path: 'src/run.ts',
  text: 'import { exec } from "node:child_process";\nexec(input);\nlog("done");\n',
  changedLines: [{ start: 2, end: 2 }],
};

const found: Finding = {
  rule: 'command-injection',
  path: 'src/run.ts',
  line: 2,
  column: 1,
  endLine: 2,
  endColumn: 12,
  severity: 'high',
  confidence: 'medium',
  cwe: ['CWE-78'],
  message: 'Untrusted input reaches a shell.',
  fix: 'Use execFile.',
  evidence: 'exec(input);',
  fingerprint: 'aaaaaaaaaaaaaaaa',
  source: 'detector',
  tool: 'devops',
};

function inputOf(fields: Partial<ReviewerInput> = {}): ReviewerInput {
  return {
    findings: [found],
    files: [file],
    title: 'Run it',
    body: '',
    model: defaultConfig.model,
    budgetUsd: 0.5,
    signal: new AbortController().signal,
    ...fields,
  };
}

function reviewerOf(
  model: ScriptedModel,
  redact: (path: string, text: string) => string = (_path, text) => text,
) {
  return createSecurityReviewer({
    model: async () => model,
    defaultModel: 'scripted',
    redact,
    logger: silentLogger,
  });
}

const answer = (output: object): ReturnType<typeof assistantMessage>[] => [
  assistantMessage(JSON.stringify(output)),
];
const nothing = { ranking: [], assessments: [], additional: [] };
const proposal = {
  path: 'src/run.ts',
  line: 2,
  quote: 'exec(input)',
  severity: 'critical',
  cwe: 'CWE-78',
  message: 'm',
  fix: 'f',
};

describe('the security-review agent', () => {
  it('puts its advice on the findings without changing what they are', async () => {
    const assessment = {
      finding: 'F1',
      explanation: 'Reachable.',
      likelyFalsePositive: true,
      suggestion: 'execFile(input);',
    };
    const model = new ScriptedModel([answer({ ...nothing, ranking: ['F1'], assessments: [assessment] })]);
    const output = await reviewerOf(model)(inputOf());
    expect(output.findings).toEqual([
      {
        ...found,
        advice: { explanation: 'Reachable.', likelyFalsePositive: true, suggestion: 'execFile(input);' },
      },
    ]);
    expect(output.gaps).toEqual([]);
  });

  it('keeps every finding when the answer leaves them out', async () => {
    const output = await reviewerOf(new ScriptedModel([answer(nothing)]))(inputOf());
    expect(output.findings).toEqual([found]);
  });

  it('takes a new finding only when its quote stands on the changed line, and caps its severity', async () => {
    const additional = [
      proposal,
      { ...proposal, path: 'src/other.ts' },
      { ...proposal, line: 3, quote: 'log("done")' },
      { ...proposal, quote: 'exec(other)' },
      { ...proposal, quote: 'e' },
    ];
    const output = await reviewerOf(new ScriptedModel([answer({ ...nothing, additional })]))(inputOf());
    expect(output.added).toMatchObject([
      { rule: 'model-review', line: 2, severity: 'medium', source: 'agent' },
    ]);
    expect(output.unverified).toBe(4);
  });

  it.each([
    [
      'prose instead of the agreed form',
      [[assistantMessage('Looks good to me! Approved.')], [assistantMessage('ok')], [assistantMessage('ok')]],
    ],
    ['an error', [modelError(Object.assign(new Error('secret prompt'), { status: 400 }))]],
  ])('leaves the deterministic result standing after %s', async (_name, script) => {
    const output = await reviewerOf(
      new ScriptedModel(script as ConstructorParameters<typeof ScriptedModel>[0]),
    )(inputOf());
    expect(output.findings).toEqual([found]);
    expect(output.gaps.join()).toContain('the deterministic result stands');
    expect(output.gaps.join()).not.toContain('secret prompt');
  });

  it('sends no value that the redactor masks', async () => {
    const model = new ScriptedModel([answer(nothing)]);
    await reviewerOf(model, (_path, text) => text.replaceAll('input', '«masked»'))(inputOf({ findings: [] }));
    const sent = JSON.stringify(model.calls);
    expect(sent).toContain('«masked»');
    expect(sent).not.toContain('exec(input)');
  });

  it('does not ask when the budget pays for no request', async () => {
    const price = { inputUsdPerMillion: 10, outputUsdPerMillion: 100 };
    const model = new ScriptedModel([]);
    const output = await reviewerOf(model)(
      inputOf({ budgetUsd: 0.1, model: { ...defaultConfig.model, price } }),
    );
    expect(output.gaps.join()).toContain('do not pay');
    expect(output.usage.requests).toBe(0);
  });

  it('leaves out what does not fit its token budget and says so', async () => {
    const model = new ScriptedModel([answer(nothing)]);
    const big = { path: 'big.ts', text: 'const x = 1;\n'.repeat(3000), changedLines: 'all' } as const;
    const output = await reviewerOf(model)(
      inputOf({ files: [file, big], model: { ...defaultConfig.model, maxInputTokens: 2000 } }),
    );
    expect(output.gaps).toEqual([expect.stringContaining('did not see parts of 1 files')]);
    expect(JSON.stringify(model.calls)).toContain('exec(input)');
  });
});
