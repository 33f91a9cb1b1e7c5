import { analyseFile } from '../../../src/analysis/analyse-file.ts';
import { createSourceFile } from '../../../src/analysis/source-file.ts';
import type { Finding } from '../../../src/contracts/finding.ts';
import { workflowDetectors } from '../../../src/detectors/workflows/index.ts';

export const workflowPath = '.github/workflows/test.yml';

/** Findings of every workflow rule in a text. @throws when it is unparsable. */
export function findAll(text: string, path = workflowPath): readonly Finding[] {
  const source = createSourceFile({ path, text, parseTree: () => undefined });
  const { findings, unparsable } = analyseFile(source, 'all', workflowDetectors);
  if (unparsable !== undefined) throw new Error(unparsable);
  return findings;
}

/** `line severity` of one rule's findings, in order. */
export function find(rule: string, text: string, path = workflowPath): readonly string[] {
  return findAll(text, path)
    .filter(finding => finding.rule === rule)
    .map(({ line, severity }) => `${line} ${severity}`);
}

/** A workflow of one job around lines of steps; the first step line is line 6. */
export function withSteps(steps: string, on = 'push'): string {
  const indented = steps.replace(/^(?=.)/gm, '      ');
  return `on: ${on}\njobs:\n  job:\n    runs-on: ubuntu-latest\n    steps:\n${indented}\n`;
}
