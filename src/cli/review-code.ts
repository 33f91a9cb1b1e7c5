import { readBundledGrammar } from '../analysis/read-bundled-grammar.ts';
import { createSyntaxTrees } from '../analysis/syntax-trees.ts';
import { isSearchedDocument } from '../code-review/vanished-names.ts';
import type { Finding } from '../contracts/finding.ts';
import { collectCodeChange } from '../git/collect-code-change.ts';
import { reviewCode } from '../runs/code-review/review-code.ts';
import type { LocalPolicy } from './local-policy.ts';
import { reportResult } from './report-result.ts';
import type { Reporting } from './result-options.ts';
import type { Terminal } from './terminal.ts';

/** Most documents that are searched for what a change made false. */
const maxDocuments = 500;

/** `devops review --agent code`: the code review of a local change; without a model, nothing leaves the machine. */
export async function reviewCodeLocally(options: {
  readonly root: string;
  readonly base: string;
  readonly head: string | undefined;
  readonly policy: Omit<LocalPolicy, 'own'>;
  readonly reporting: Reporting;
  readonly terminal: Terminal;
}): Promise<number> {
  const { policy, reporting, terminal } = options;
  const change = await collectCodeChange(options);
  const touched = new Set(change.files.map(({ path }) => path));
  const documents = change.paths.filter(path => isSearchedDocument(path) && !touched.has(path));
  const result = await reviewCode({
    change,
    headSha: options.head ?? '',
    title: '',
    body: '',
    config: policy.config,
    warnings: policy.warnings,
    dismissals: [],
    previouslyOpen: [],
    budgetUsd: policy.config.model.budget.perRunUsd,
    trees: createSyntaxTrees(readBundledGrammar),
    readDocuments: () => change.readOthers(documents.slice(0, maxDocuments)),
    now: () => new Date(),
    signal: new AbortController().signal,
  });
  const texts = new Map(change.files.map(({ path, head, base }) => [path, head ?? base ?? '']));
  return await reportResult({
    ...reporting,
    result,
    terminal,
    sourceLine: ({ path, line }: Finding) => texts.get(path)?.split(/\r?\n/)[line - 1],
  });
}
