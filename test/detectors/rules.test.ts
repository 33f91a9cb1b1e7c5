import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { detectors } from '../../src/detectors/index.ts';
import { rules } from '../../src/detectors/rules.ts';
import { analyseExample } from './analyse-text.ts';

/** Files of a family folder that are not rules are its shared parts; a rule file exports one detector of its name. */
const folder = new URL('../../src/detectors', import.meta.url).pathname;
const ruleFiles = readdirSync('src/detectors', { recursive: true, encoding: 'utf8' })
  .filter(file => /^[a-z]+\/[a-z0-9-]+\.ts$/.test(file))
  .map(file => file.replace(/\.ts$/, ''));

describe('the registry of rules', () => {
  it('has every id once', () => {
    const ids = rules.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  it('names only rules that stand in a file of their own name in their family folder', () => {
    const expected = rules.map(({ id, family }) => `${family}/${id}`);
    expect(expected.filter(file => !ruleFiles.includes(file))).toEqual([]);
  });

  it('registers every file that defines a rule', async () => {
    const registered = new Set(rules.map(({ id }) => id));
    const forgotten: string[] = [];
    for (const file of ruleFiles) {
      const module = (await import(/* @vite-ignore */ `${folder}/${file}.ts`)) as Record<string, unknown>;
      const defines = Object.values(module).some(value => isDetectorOf(value, file.split('/')[1] ?? ''));
      if (defines && !registered.has(file.split('/')[1] ?? '')) forgotten.push(file);
    }
    expect(forgotten).toEqual([]);
  });
});

function isDetectorOf(value: unknown, id: string): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'meta' in value &&
    (value.meta as { id?: string }).id === id
  );
}

describe.each(detectors.map(detector => ({ id: detector.meta.id, meta: detector.meta })))(
  '$id',
  ({ id, meta }) => {
    it('documents at least one bad and one good example and a reference', () => {
      expect(meta.examples.bad.length).toBeGreaterThan(0);
      expect(meta.examples.good.length).toBeGreaterThan(0);
      expect(meta.references.length).toBeGreaterThan(0);
    });

    it.each(meta.examples.bad)('finds its bad example $#', async example => {
      const findings = await analyseExample(example);
      expect(findings.map(finding => finding.rule)).toContain(id);
    });

    it.each(meta.examples.good)('leaves its good example $# alone', async example => {
      const findings = await analyseExample(example);
      expect(findings.map(finding => finding.rule)).not.toContain(id);
    });
  },
);

describe('the evidence of secrets rules', () => {
  const secretRules = detectors.filter(({ meta }) => meta.family === 'secrets');

  it.each(secretRules.map(({ meta }) => ({ id: meta.id, examples: meta.examples.bad })))(
    'masks what $id finds',
    async ({ id, examples }) => {
      for (const example of examples) {
        const own = (await analyseExample(example)).filter(finding => finding.rule === id);
        expect(own.every(finding => finding.evidence.includes('«masked»'))).toBe(true);
      }
    },
  );
});
