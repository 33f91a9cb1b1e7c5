import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingSchema } from '../../src/contracts/finding.ts';
import { exampleToken } from '../../src/detectors/secrets/example-token.ts';
import { deduplicateFindings } from '../../src/results/deduplicate-findings.ts';
import { ingestSarif } from '../../src/results/sarif-ingest.ts';
import { exampleFinding } from './example-result.ts';

const root = '/home/runner/work/shop';
type Json = Record<string, unknown>;

function log(run: Json): string {
  return JSON.stringify({ version: '2.1.0', runs: [{ tool: { driver: { name: 'Tool' } }, ...run }] });
}
function at(uri: string, extra: Json = {}, region: Json = { startLine: 3 }): Json {
  return { locations: [{ physicalLocation: { artifactLocation: { uri, ...extra }, region } }] };
}
function ingest(text: string): Extract<ReturnType<typeof ingestSarif>, { kind: 'ingested' }> {
  const ingested = ingestSarif(text, { file: 'scan.sarif', root });
  if (ingested.kind === 'invalid') throw new Error(ingested.message);
  return ingested;
}

describe('the shapes of known scanners', () => {
  it.each([
    [
      'CodeQL, rules in an extension',
      {
        tool: {
          driver: { name: 'CodeQL', rules: [] },
          extensions: [
            {
              name: 'codeql/javascript',
              rules: [
                {
                  id: 'js/sql-injection',
                  properties: {
                    tags: ['external/cwe/cwe-089'],
                    precision: 'very-high',
                    'security-severity': '8.8',
                  },
                },
              ],
            },
          ],
        },
        results: [
          {
            ruleId: 'js/sql-injection',
            rule: { id: 'js/sql-injection', index: 0, toolComponent: { index: 0 } },
            message: { text: 'This query depends on [a value](1).' },
            ...at(
              'src/db.js',
              { uriBaseId: '%SRCROOT%', index: 0 },
              { startLine: 9, startColumn: 5, endColumn: 20 },
            ),
          },
        ],
      },
      {
        rule: 'CodeQL/js/sql-injection',
        path: 'src/db.js',
        line: 9,
        column: 5,
        endColumn: 20,
        severity: 'high',
        confidence: 'high',
        cwe: ['CWE-89'],
      },
    ],
    [
      'Semgrep, level and CWE in tags',
      {
        tool: {
          driver: {
            name: 'Semgrep OSS',
            rules: [
              {
                id: 'python.eval',
                defaultConfiguration: { level: 'error' },
                helpUri: 'https://semgrep.dev/r/python.eval',
                properties: { tags: ['CWE-95: Eval Injection', 'LOW CONFIDENCE'] },
              },
            ],
          },
        },
        results: [
          {
            ruleId: 'python.eval',
            message: { text: 'eval' },
            ...at('app/a.py', { uriBaseId: '%SRCROOT%' }, { startLine: 2, snippet: { text: 'eval(x)\n' } }),
          },
        ],
      },
      {
        rule: 'Semgrep OSS/python.eval',
        severity: 'high',
        confidence: 'low',
        cwe: ['CWE-95'],
        evidence: 'eval(x)',
      },
    ],
    [
      'Trivy, base id of a container root',
      {
        tool: {
          driver: { name: 'Trivy', rules: [{ id: 'AWS-0086', properties: { 'security-severity': '9.5' } }] },
        },
        originalUriBaseIds: { ROOTPATH: { uri: 'file:///' } },
        results: [
          {
            ruleId: 'AWS-0086',
            ruleIndex: 0,
            level: 'error',
            message: { text: 'Public bucket' },
            ...at('infra/main.tf', { uriBaseId: 'ROOTPATH' }),
          },
        ],
      },
      { rule: 'Trivy/AWS-0086', path: 'infra/main.tf', severity: 'critical' },
    ],
    [
      'zizmor, input URI scheme',
      {
        tool: { driver: { name: 'zizmor', rules: [{ id: 'zizmor/unpinned-uses' }] } },
        results: [
          {
            ruleId: 'zizmor/unpinned-uses',
            level: 'note',
            message: { text: 'unpinned' },
            ...at('.github/workflows/ci.yml'),
          },
        ],
      },
      { severity: 'low', path: '.github/workflows/ci.yml', confidence: 'medium' },
    ],
  ])('reads %s', (_, run, expected) => {
    const { findings, notAnalysed } = ingest(log(run));
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject(expected);
    expect(notAnalysed).toEqual([]);
    expect(findingSchema.safeParse(findings[0]).success).toBe(true);
  });

  it('masks the secret that gitleaks quotes, in message, snippet and fingerprint', () => {
    const secret = `gh${'p'}_${exampleToken('base62', 36)}`;
    const text = log({
      tool: { driver: { name: 'gitleaks' } },
      results: [
        {
          ruleId: 'github-pat',
          message: { text: `found ${secret} in a.ts` },
          ...at('a.ts', {}, { startLine: 1, snippet: { text: `const t = "${secret}"` } }),
        },
      ],
    });
    const output = JSON.stringify(ingest(text));
    expect(output).not.toContain(secret.slice(8, 20));
    expect(output).toContain('«masked»');
  });
});

describe('paths', () => {
  it.each([
    ['src/a.ts', 'src/a.ts'],
    ['./src//a.ts', 'src/a.ts'],
    ['src\\a.ts', 'src/a.ts'],
    ['%SRCROOT%/src/a.ts', 'src/a.ts'],
    ['src/a%20b.ts', 'src/a b.ts'],
    ['src/100%.ts', 'src/100%.ts'],
    [`file://${root}/src/a.ts`, 'src/a.ts'],
    [`${root}/src/a.ts`, 'src/a.ts'],
  ])('%s becomes %s', (uri, path) => {
    expect(ingest(log({ results: [at(uri)] })).findings[0]?.path).toBe(path);
  });

  it.each([
    '../a.ts',
    'src/../../a',
    'src/%2e%2e/%2e%2e/a',
    '/etc/passwd',
    'file:///etc/passwd',
    'C:\\a.ts',
    'https://e.example/a',
    '',
    `${root}-evil/a`,
    `${root}/../a`,
  ])('rejects %j and tells the gap', uri => {
    const { findings, notAnalysed } = ingest(log({ results: [at(uri)] }));
    expect(findings).toEqual([]);
    expect(notAnalysed).toHaveLength(1);
  });
});

describe('what is not a finding', () => {
  it.each([
    ['suppressed', { suppressions: [{ kind: 'inSource' }] }],
    ['passed', { kind: 'pass' }],
    ['absent', { baselineState: 'absent' }],
  ])('leaves out %s results', (_, extra) => {
    expect(ingest(log({ results: [{ ...at('a.ts'), ...extra }] }))).toMatchObject({
      findings: [],
      notAnalysed: [],
    });
  });

  it('tells a scanner that did not finish', () => {
    const { notAnalysed } = ingest(log({ invocations: [{ executionSuccessful: false }], results: [] }));
    expect(notAnalysed[0]?.reason).toBe('Tool reports that it did not finish (scan.sarif).');
  });
});

describe('broken files', () => {
  it.each([
    ['no JSON', '{', 'scan.sarif: not valid JSON. '],
    ['another version', '{"version":"2.0.0","runs":[]}', 'scan.sarif: $.version: '],
    ['a wrong type', log({ results: [{ ruleId: 7 }] }), 'scan.sarif: $.runs[0].results[0].ruleId: '],
    ['deep nesting', `${'['.repeat(100_000)}`, 'scan.sarif: nested more than 64 levels deep. '],
  ])('are answered with file, place and next step: %s', (_, text, start) => {
    const ingested = ingestSarif(text, { file: 'scan.sarif' });
    expect(ingested.kind === 'invalid' && ingested.message.startsWith(start)).toBe(true);
    expect(ingested.kind === 'invalid' && ingested.message).toContain('wrote SARIF 2.1.0');
  });

  it('never throw, whatever the JSON', () => {
    fc.assert(
      fc.property(fc.json(), fc.string(), (json, text) => {
        ingestSarif(json, { file: 'a' });
        ingestSarif(text, { file: 'a' });
        ingestSarif(log({ results: [at(text)], ...(JSON.parse(json) as object) }), { file: 'a' });
      }),
    );
  });
});

describe('de-duplication', () => {
  const own = exampleFinding({ cwe: ['CWE-798'], rule: 'github-token' });
  const foreign = (overrides: Partial<typeof own>): typeof own => ({
    ...own,
    source: 'sarif',
    tool: 'gitleaks',
    cwe: [],
    rule: 'gitleaks/github-pat',
    ...overrides,
  });

  it('keeps ours, and one of two other tools: the more severe', () => {
    const codeql = foreign({
      tool: 'CodeQL',
      rule: 'CodeQL/js/hardcoded-credentials',
      line: 40,
      severity: 'critical',
    });
    const other = foreign({ line: 40 });
    expect(deduplicateFindings([own], [foreign({}), other, codeql])).toEqual([own, codeql]);
  });

  it('keeps what differs in line, class or path', () => {
    const different = [
      foreign({ line: 13 }),
      foreign({ path: 'b.ts' }),
      foreign({ rule: 'Semgrep/xss', tool: 'Semgrep', cwe: ['CWE-79'] }),
    ];
    expect(deduplicateFindings([own], different)).toEqual([own, ...different]);
  });
});
