import { describe, expect, it } from 'vitest';
import { exportCases } from './blind/exports.ts';
import { hygieneCases } from './blind/hygiene.ts';
import { migrationCases } from './blind/migrations.ts';
import type { ReviewCase } from './blind/review-case.ts';
import { schemaCases } from './blind/schemas.ts';
import { secondCases } from './blind/second.ts';
import { secondFileCases } from './blind/second-files.ts';
import { thirdCases } from './blind/third.ts';
import { checkTexts } from './check-texts.ts';

const cases = [
  ...exportCases,
  ...schemaCases,
  ...migrationCases,
  ...hygieneCases,
  ...secondCases,
  ...secondFileCases,
  ...thirdCases,
];

/** What was missed and what was told without need. */
async function verdictOf({ files, finds, may = [], documents = {}, lockFiles = [] }: ReviewCase) {
  const found = await checkTexts(files, {
    documents: Object.entries(documents).map(([path, text]) => ({ path, text })),
    lockFiles,
  });
  const fits = (place: string) => (finding: (typeof found)[number]) =>
    [`${finding.rule} ${finding.path}`, `${finding.rule} ${finding.path}:${finding.line}`].includes(place);
  return {
    missed: finds.filter(place => !found.some(fits(place))),
    falseAlarms: found
      .filter(finding => ![...finds, ...may].some(place => fits(place)(finding)))
      .map(({ rule, path, line, message }) => `${rule} ${path}:${line} ${message}`),
  };
}

describe('changes as a reviewer wrote them before the rules', () => {
  it.each(cases.map(example => [example.name, example] as const))('%s', async (_, example) => {
    expect(await verdictOf(example)).toEqual({ missed: [], falseAlarms: [] });
  });
});
