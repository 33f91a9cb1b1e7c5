import { describe, expect, it } from 'vitest';
import { createFileAnalyser } from '../../src/analysis/analyse-files.ts';
import { createSyntaxTrees } from '../../src/analysis/syntax-trees.ts';
import type { Detector } from '../../src/contracts/detector.ts';
import { workflowDetectors } from '../../src/detectors/workflows/index.ts';

const [anyRule] = workflowDetectors;

/** Reports the word `todo`, in files of any format. */
const todo: Detector = {
  meta: { ...(anyRule as Detector).meta, id: 'todo' },
  appliesTo: () => true,
  detect: ({ text }) =>
    [...text.matchAll(/todo/g)].map(({ index }) => ({ start: index, end: index + 4, message: 'x' })),
};

describe('a file that some detectors cannot read', () => {
  it('is listed as not analysed while what the others found in it stays', async () => {
    const analyse = createFileAnalyser(
      [...workflowDetectors, todo],
      createSyntaxTrees(async () => undefined),
    );
    const path = '.github/workflows/broken.yml';
    const { findings, notAnalysed } = await analyse(
      { path, text: 'on: [push\n# todo\n', changedLines: 'all' },
      { disabledRules: [] },
    );
    expect(notAnalysed?.path).toBe(path);
    expect(notAnalysed?.reason).toContain('not valid YAML (line');
    expect(findings.map(({ rule, line }) => `${rule} ${line}`)).toEqual(['todo 2']);
  });
});
