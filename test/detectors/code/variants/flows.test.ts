import { describe, expect, it } from 'vitest';
import { analyseText } from '../../analyse-text.ts';
import { flowVariants, libraryVariants } from './flow-variants.ts';

describe.each([...flowVariants, ...libraryVariants])(
  '$rule in $language, scaffold $number',
  ({ rule, variants }) => {
    it.each([
      { vulnerable: true, does: 'finds every vulnerable variant' },
      { vulnerable: false, does: 'is silent on every safe variant' },
    ])('$does', async ({ vulnerable }) => {
      const wrong: string[] = [];
      for (const variant of variants.filter(one => one.vulnerable === vulnerable)) {
        const findings = await analyseText(variant.path, variant.text);
        if (findings.some(finding => finding.rule === rule) !== vulnerable) wrong.push(variant.name);
      }
      expect(wrong).toEqual([]);
    });
  },
);
