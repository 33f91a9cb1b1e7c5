import { describe, expect, it } from 'vitest';
import { analyseText } from '../../analyse-text.ts';
import { readListings } from './read-listing.ts';

const cases = readListings(`${import.meta.dirname}/listings`);

describe.each([...Map.groupBy(cases, ({ rule }) => rule)])('%s in whole files', (rule, ofRule) => {
  it.each([
    { vulnerable: true, does: 'finds every vulnerable file' },
    { vulnerable: false, does: 'is silent on every safe file' },
  ])('$does', async ({ vulnerable }) => {
    const wrong: string[] = [];
    for (const one of ofRule.filter(listed => listed.vulnerable === vulnerable)) {
      const findings = await analyseText(one.path, one.text);
      if (findings.some(finding => finding.rule === rule) !== vulnerable)
        wrong.push(`${one.path}\n${one.text}`);
    }
    expect(wrong).toEqual([]);
  });
});
