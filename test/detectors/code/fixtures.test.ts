import { describe, expect, it } from 'vitest';
import { analyseText } from '../analyse-text.ts';
import { readFixtureCases } from './fixture-cases.ts';

const cases = readFixtureCases('test/detectors/code/fixtures');

describe('variants of each class', () => {
  it.each(cases)(
    '$rule.$language vulnerable=$vulnerable: $name',
    async ({ rule, vulnerable, path, text }) => {
      const rules = (await analyseText(path, text)).map(finding => finding.rule);
      expect(rules.includes(rule)).toBe(vulnerable);
    },
  );
});
