import { parentPort } from 'node:worker_threads';
import type { AnalysisOptions, FileToAnalyse } from '../contracts/analysis.ts';
import type { UserRule } from '../contracts/user-rule.ts';
import { detectors } from '../detectors/index.ts';
import { createFileAnalyser, type FileAnalysis } from './analyse-files.ts';
import { readBundledGrammar } from './read-bundled-grammar.ts';
import { createSyntaxTrees } from './syntax-trees.ts';

/** One file to look at; the thread answers with `WorkerAnswer` of the same `id`. */
export type WorkerTask = {
  readonly id: number;
  readonly file: FileToAnalyse;
  readonly options: Omit<AnalysisOptions, 'userRules'>;
};
/** The repository's own rules for the tasks that follow. */
export type WorkerRules = { readonly userRules: readonly UserRule[] };
export type WorkerAnswer = { readonly id: number; readonly analysis: FileAnalysis };

const port = parentPort;
if (port !== null) {
  const analyse = createFileAnalyser(detectors, createSyntaxTrees(readBundledGrammar));
  let userRules: readonly UserRule[] = [];
  port.on('message', (task: WorkerTask | WorkerRules) => {
    if ('userRules' in task) {
      ({ userRules } = task);
      return;
    }
    void analyse(task.file, { ...task.options, userRules }).then(analysis => {
      port.postMessage({ id: task.id, analysis } satisfies WorkerAnswer);
    });
  });
}
