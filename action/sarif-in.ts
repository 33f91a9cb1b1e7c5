import { readFileSync } from 'node:fs';
import type { FileToAnalyse } from '../src/contracts/analysis.ts';
import type { Finding, NotAnalysed } from '../src/contracts/finding.ts';
import { ingestSarif } from '../src/results/sarif-ingest.ts';
import { workspacePath } from './workspace-path.ts';

/**
 * Reads other scanners' SARIF files: what they report on the lines that are reviewed. A file that is missing or
 * not SARIF is a gap of the review, because its findings are unknown.
 * @throws AppError `outside-workspace`.
 */
export function readSarifFiles(
  workspace: string,
  paths: readonly string[],
  reviewed: readonly FileToAnalyse[],
): { readonly findings: readonly Finding[]; readonly notAnalysed: readonly NotAnalysed[] } {
  const byPath = new Map(reviewed.map(file => [file.path, file]));
  const logs = paths.map(path => readLog(workspace, path));
  return {
    findings: logs.flatMap(log => log.findings).filter(finding => isOnReviewedLine(finding, byPath)),
    notAnalysed: logs.flatMap(log => log.notAnalysed),
  };
}

type Log = { readonly findings: readonly Finding[]; readonly notAnalysed: readonly NotAnalysed[] };

function readLog(workspace: string, path: string): Log {
  const file = workspacePath(workspace, path, 'sarif-in');
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return {
      findings: [],
      notAnalysed: [{ path, reason: 'the SARIF file of `sarif-in` could not be read' }],
    };
  }
  const ingested = ingestSarif(text, { file: path, root: workspace });
  if (ingested.kind === 'ingested') return ingested;
  return { findings: [], notAnalysed: [{ path: null, reason: ingested.message }] };
}

/** Scanners look at the whole repository; a review is about its change. */
function isOnReviewedLine(finding: Finding, reviewed: ReadonlyMap<string, FileToAnalyse>): boolean {
  const lines = reviewed.get(finding.path)?.changedLines;
  if (lines === undefined) return false;
  return lines === 'all' || lines.some(({ start, end }) => start <= finding.endLine && finding.line <= end);
}
