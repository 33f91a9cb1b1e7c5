import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import type { ReviewResult } from '../../src/contracts/result.ts';
import { rules } from '../../src/detectors/rules.ts';
import { renderSarif } from '../../src/results/sarif.ts';
import { exampleFinding, exampleResult, manyFindings } from './example-result.ts';

const options = {
  rules,
  version: '0.1.0',
  informationUri: 'https://github.com/acme/agentic-devops',
};

const dismissal = {
  fingerprint: '00112233445566aa',
  reason: 'test data',
  actor: 'mona',
  scope: 'pull-request',
  at: '2026-11-21T10:00:00Z',
} as const;

const rich = exampleResult({
  outcome: 'incomplete',
  findings: [
    exampleFinding({ message: 'see [here](https://evil.example)\u202e', path: 'src/a b#c:[d].ts' }),
    exampleFinding({
      rule: 'agent/logic',
      source: 'agent',
      endLine: 14,
      endColumn: 1,
      fingerprint: 'ff'.repeat(8),
    }),
    exampleFinding({ rule: 'Trivy/AWS-0001', source: 'sarif', tool: 'Trivy' }),
  ],
  dismissed: [{ finding: exampleFinding({ line: 30, endLine: 30 }), dismissal }],
  notAnalysed: [
    { path: 'big file.ts', reason: 'larger than 1 MiB' },
    { path: null, reason: 'budget spent' },
  ],
  warnings: ['No model is configured.'],
});

/** The OASIS schema from the npm package @microsoft/jest-sarif 1.0.0-beta.0 (MIT), white space removed. */
function validator(): (log: unknown) => readonly unknown[] {
  const {
    $schema: _,
    id: __,
    ...schema
  } = JSON.parse(readFileSync('test/results/fixtures/sarif-2.1.0-rtm.5.json', 'utf8')) as Record<
    string,
    unknown
  >;
  const ajv = new Ajv.default({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  return log => (validate(log) ? [] : (validate.errors ?? []));
}
const errorsOf = validator();

type Log = {
  runs: {
    tool: { driver: { rules: { id: string; properties: { tags: string[] } }[] } };
    invocations: { executionSuccessful: boolean; toolExecutionNotifications: unknown[] }[];
    results: {
      ruleId: string;
      ruleIndex: number;
      message: { text: string };
      suppressions?: unknown[];
      locations: { physicalLocation: { artifactLocation: { uri: string } } }[];
    }[];
  }[];
};
const parse = (result: ReviewResult): Log['runs'][number] => {
  const [run] = (JSON.parse(renderSarif(result, options)) as Log).runs;
  if (run === undefined) throw new Error('no run');
  return run;
};

describe('SARIF output', () => {
  it.each([
    ['a clean result', exampleResult()],
    ['a rich result', rich],
    ['a failed result', exampleResult({ outcome: 'failed' })],
  ])('is valid against the official schema for %s', (_, result) => {
    expect(errorsOf(JSON.parse(renderSarif(result, options)))).toEqual([]);
  });

  it('has a schema check that can fail', () => {
    expect(errorsOf({ version: '2.1.0', runs: [{}] })).not.toEqual([]);
  });

  it('is the same bytes for the same result', () => {
    expect(renderSarif(rich, options)).toBe(renderSarif(structuredClone(rich), options));
  });

  it('points every result to its rule and leaves other tools out', () => {
    const run = parse(rich);
    expect(run.results.map(result => result.ruleId)).toEqual([
      'command-injection',
      'agent/logic',
      'command-injection',
    ]);
    for (const result of run.results) {
      expect(run.tool.driver.rules[result.ruleIndex]?.id).toBe(result.ruleId);
    }
    const named = new Set(run.results.map(({ ruleId }) => ruleId));
    expect(run.tool.driver.rules.map(({ id }) => id)).toEqual([...named].toSorted());
    expect(run.tool.driver.rules.find(rule => rule.id === 'command-injection')?.properties.tags).toContain(
      'external/cwe/cwe-078',
    );
  });

  it('encodes paths, makes no link of a message and shows hidden characters', () => {
    const [first] = parse(rich).results;
    expect(first?.locations[0]?.physicalLocation.artifactLocation.uri).toBe('src/a%20b%23c%3A%5Bd%5D.ts');
    expect(first?.message.text).toContain('see \\[here\\](https://evil.example)⟨U+202E⟩');
  });

  it('marks dismissed findings as suppressed and gaps as an unsuccessful execution', () => {
    const run = parse(rich);
    expect(run.results.filter(result => result.suppressions !== undefined)).toHaveLength(1);
    expect(run.invocations[0]?.executionSuccessful).toBe(false);
    expect(run.invocations[0]?.toolExecutionNotifications).toHaveLength(3);
    expect(parse(exampleResult()).invocations[0]?.executionSuccessful).toBe(true);
  });

  it('stays within the 25,000 results GitHub takes, and says so', () => {
    const run = parse(exampleResult({ findings: manyFindings(25_010) }));
    expect(run.results).toHaveLength(25_000);
    expect(JSON.stringify(run.invocations)).toContain('10 results are left out');
  });
});
