import { Worker } from 'node:worker_threads';
import type { Analyser, AnalysisOptions, FileToAnalyse } from '../contracts/analysis.ts';
import type { UserRule } from '../contracts/user-rule.ts';
import { collectAnalyses, type FileAnalysis } from './analyse-files.ts';
import { withBeside } from './beside.ts';
import type { WorkerAnswer, WorkerRules, WorkerTask } from './detector-worker.ts';

/** Default of `AnalysisOptions.fileTimeoutMs`. */
const defaultFileTimeoutMs = 5000;

const none: readonly UserRule[] = [];

/**
 * An analyser that looks at files in worker threads, one file a thread at a time. A file that takes too long
 * costs its thread (a pattern cannot be interrupted otherwise) and is listed as not analysed.
 */
export function createThreadAnalyser(options: {
  /** The built `detector-worker.js`. */
  readonly workerUrl: URL;
  /** How many threads at most. Default 1. */
  readonly threads?: number;
}): Analyser {
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  /** Which own rules a thread was given last: they are sent once, not with every file. */
  const given = new WeakMap<Worker, readonly UserRule[]>();

  async function analyseOne(file: FileToAnalyse, analysisOptions: AnalysisOptions): Promise<FileAnalysis> {
    const worker = idle.pop() ?? startWorker(options.workerUrl, all);
    const { userRules = none, ...taskOptions } = analysisOptions;
    if ((given.get(worker) ?? none) !== userRules) {
      given.set(worker, userRules);
      worker.postMessage({ userRules } satisfies WorkerRules);
    }
    const answer = await askWorker(worker, { id: 0, file, options: taskOptions });
    if (typeof answer !== 'string') {
      idle.push(worker);
      return answer;
    }
    all.delete(worker);
    await worker.terminate();
    return { findings: [], ignored: [], notAnalysed: { path: file.path, reason: answer }, bytes: 0 };
  }

  return {
    async analyse(files, analysisOptions) {
      const queue = [...withBeside(files)];
      const analyses: FileAnalysis[] = [];
      const lane = async (): Promise<void> => {
        for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
          analyses.push(await analyseOne(file, analysisOptions));
        }
      };
      await Promise.all(Array.from({ length: options.threads ?? 1 }, lane));
      return collectAnalyses(analyses);
    },
    async close() {
      await Promise.all([...all].map(worker => worker.terminate()));
      all.clear();
      idle.length = 0;
    },
  };
}

function startWorker(workerUrl: URL, all: Set<Worker>): Worker {
  // An empty environment: what runs in there reads untrusted text and needs no secret.
  const worker = new Worker(workerUrl, {
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: 320, maxYoungGenerationSizeMb: 24 },
  });
  worker.unref();
  all.add(worker);
  return worker;
}

/** The thread's answer, or the reason why there is none: out of time, or the thread died (out of memory). */
async function askWorker(worker: Worker, task: WorkerTask): Promise<FileAnalysis | string> {
  const limit = task.options.fileTimeoutMs ?? defaultFileTimeoutMs;
  return await new Promise(resolve => {
    const timer = setTimeout(() => settle(`took longer than ${limit} ms`), limit);
    const onMessage = (answer: WorkerAnswer): void => settle(answer.analysis);
    const onError = (error: unknown): void =>
      settle(`the detector thread ended on it (${error instanceof Error ? error.name : typeof error})`);
    const settle = (answer: FileAnalysis | string): void => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError);
      resolve(answer);
    };
    worker.on('message', onMessage).on('error', onError);
    worker.postMessage(task);
  });
}
