import { parentPort } from 'node:worker_threads';
import type { AnalysisOptions, FileToAnalyse } from '../contracts/analysis.ts';
import { detectors } from '../detectors/index.ts';
import { createFileAnalyser, type FileAnalysis } from './analyse-files.ts';
import { readBundledGrammar } from './read-bundled-grammar.ts';
import { createSyntaxTrees } from './syntax-trees.ts';

/** One file to look at; the thread answers with `WorkerAnswer` of the same `id`. */
export type WorkerTask = {
  readonly id: number;
  readonly file: FileToAnalyse;
  readonly options: AnalysisOptions;
};
export type WorkerAnswer = { readonly id: number; readonly analysis: FileAnalysis };

const port = parentPort;
if (port !== null) {
  const analyse = createFileAnalyser(detectors, createSyntaxTrees(readBundledGrammar));
  port.on('message', (task: WorkerTask) => {
    void analyse(task.file, task.options).then(analysis => {
      port.postMessage({ id: task.id, analysis } satisfies WorkerAnswer);
    });
  });
}
