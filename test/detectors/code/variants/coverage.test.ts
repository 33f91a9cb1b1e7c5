import { describe, expect, it } from 'vitest';
import { codeDetectors } from '../../../../src/detectors/code/index.ts';
import { flowVariants, libraryVariants } from './flow-variants.ts';
import { notApplicable } from './not-applicable.ts';

const enough = 12;
const pathOf = { javascript: 'a.js', python: 'a.py', go: 'a.go', java: 'A.java' } as const;
const languages = ['javascript', 'python', 'go', 'java'] as const;
const all = [...flowVariants, ...libraryVariants];

describe.each(codeDetectors.map(({ meta, appliesTo }) => ({ rule: meta.id, appliesTo })))(
  'the suite of $rule',
  ({ rule, appliesTo }) => {
    it.each(languages)('has enough vulnerable and safe programs in %s, or it does not apply', language => {
      const reason = notApplicable[rule]?.[language];
      expect(appliesTo(pathOf[language])).toBe(reason === undefined);
      if (reason !== undefined) return;
      const variants = all
        .filter(suite => suite.rule === rule && suite.language === language)
        .flatMap(suite => suite.variants);
      expect(variants.filter(variant => variant.vulnerable).length).toBeGreaterThanOrEqual(enough);
      expect(variants.filter(variant => !variant.vulnerable).length).toBeGreaterThanOrEqual(enough);
    });
  },
);
