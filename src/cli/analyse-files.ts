import { availableParallelism } from 'node:os';
import { createThreadAnalyser } from '../analysis/thread-analyser.ts';
import type { Analyser, AnalysisResult, FileToAnalyse } from '../contracts/analysis.ts';
import type { Finding } from '../contracts/finding.ts';
import type { UserRule } from '../contracts/user-rule.ts';
import type { Terminal } from './terminal.ts';

/** More threads than this wait for the one that reads the files. */
const maxThreads = 8;
/** Starting a thread costs more than looking at this many files. */
const filesPerThread = 40;
/** How much is read ahead of the detectors: enough to keep every thread busy, little enough to hold. */
const batchFiles = 400;
const batchLength = 6 * 1024 * 1024;
/** Work shorter than this shows no progress, milliseconds. */
const quietMs = 700;

/** An analysis, with the source lines that its findings start on for the excerpts. */
export type LocalAnalysis = AnalysisResult & {
  /** The original line of a finding. It may hold a secret: only for placing carets, never to be shown. */
  readonly sourceLine: (finding: Finding) => string | undefined;
};

/** Looks at files in threads, batch by batch in the order given, and tells how far it is. */
export async function analyseFiles(options: {
  readonly files: Iterable<FileToAnalyse>;
  /** How many files there are about, for the progress and the number of threads. */
  readonly expected: number;
  readonly disabledRules: readonly string[];
  /** See `AnalysisOptions.ignoreComments`. */
  readonly ignoreComments: 'unchanged' | 'all';
  readonly userRules: readonly UserRule[];
  /** Stands around the analyser. */
  readonly around: (analyser: Analyser) => Analyser;
  readonly terminal: Terminal;
}): Promise<LocalAnalysis> {
  const threads = Math.min(
    availableParallelism(),
    maxThreads,
    Math.max(1, Math.ceil(options.expected / filesPerThread)),
  );
  const analyser = options.around(
    createThreadAnalyser({ workerUrl: new URL('./detector-worker.js', import.meta.url), threads }),
  );
  const lines = new Map<string, string>();
  const total = {
    findings: [] as Finding[],
    ignored: [] as Finding[],
    notAnalysed: [] as AnalysisResult['notAnalysed'][number][],
  };
  let filesAnalysed = 0;
  let bytesAnalysed = 0;
  const startedAt = performance.now();
  try {
    for (const batch of batches(options.files)) {
      const result = await analyser.analyse(batch, {
        disabledRules: options.disabledRules,
        ignoreComments: options.ignoreComments,
        userRules: options.userRules,
      });
      total.findings.push(...result.findings);
      total.ignored.push(...(result.ignored ?? []));
      total.notAnalysed.push(...result.notAnalysed);
      filesAnalysed += result.filesAnalysed;
      bytesAnalysed += result.bytesAnalysed;
      rememberLines(result.findings, batch, lines);
      if (performance.now() - startedAt > quietMs) {
        options.terminal.progress(
          `${filesAnalysed} of ${options.expected} files, ${total.findings.length} findings`,
        );
      }
    }
  } finally {
    options.terminal.progress('');
    await analyser.close();
  }
  const sourceLine = (finding: Finding): string | undefined => lines.get(lineKey(finding));
  return { ...total, filesAnalysed, bytesAnalysed, sourceLine };
}

function* batches(files: Iterable<FileToAnalyse>): Iterable<readonly FileToAnalyse[]> {
  let batch: FileToAnalyse[] = [];
  let length = 0;
  for (const file of files) {
    batch.push(file);
    length += file.text.length;
    if (batch.length < batchFiles && length < batchLength) continue;
    yield batch;
    batch = [];
    length = 0;
  }
  if (batch.length > 0) yield batch;
}

function rememberLines(
  findings: readonly Finding[],
  batch: readonly FileToAnalyse[],
  lines: Map<string, string>,
): void {
  const paths = new Set(findings.map(({ path }) => path));
  for (const { path, text } of batch) {
    if (!paths.has(path)) continue;
    const split = text.split(/\r?\n/);
    for (const finding of findings) {
      if (finding.path === path) lines.set(lineKey(finding), split[finding.line - 1] ?? '');
    }
  }
}

function lineKey({ path, line }: Finding): string {
  return `${line}:${path}`;
}
