import { configPath } from '../../config/index.ts';
import { collectChange } from '../../git/collect-change.ts';
import { findRepository, findUsualBase, mergeBase, resolveRef } from '../../git/find-repository.ts';
import { createGit, type Git } from '../../git/git-process.ts';
import { configFindings } from '../../runs/review/config-findings.ts';
import { analyseAndReport } from '../analyse-and-report.ts';
import { choose } from '../choice.ts';
import { UsageError } from '../cli-error.ts';
import { createLocalPolicy, type PolicyFile, ruleIds } from '../local-policy.ts';
import { readOwnRulesAt, withOwnRules } from '../own-rules.ts';
import { type ResultOptions, readResultOptions } from '../result-options.ts';
import type { Terminal } from '../terminal.ts';

/** Options as commander hands them over. */
export type ReviewOptions = ResultOptions & {
  readonly base?: string;
  readonly head?: string;
  readonly agent?: string;
};

/**
 * `devops review`: what changed since the merge base, in a commit or in the work tree. The configuration is the
 * base's, as on a pull request, so that a change cannot loosen the policy it is measured by.
 */
export async function review(options: ReviewOptions, terminal: Terminal): Promise<number> {
  const reporting = readResultOptions(options, terminal);
  const agent = choose('--agent', options.agent ?? 'security', ['security', 'code'] as const);
  const root = await findRepository(terminal.folder);
  if (root === undefined) {
    throw new UsageError(
      'This folder is not in a git repository. `devops scan` looks at folders without one.',
    );
  }
  const git = createGit(root);
  const head = options.head === undefined ? undefined : await commitOf(git, options.head);
  const base = await baseOf(git, options.base, head);
  const policyFile = await readPolicyAt(git, base.tip);
  const local = createLocalPolicy({ ...reporting, repositoryFile: () => policyFile });
  if (agent === 'code') {
    const { reviewCodeLocally } = await import('../review-code.ts');
    const { mergeBase: from } = base;
    return await reviewCodeLocally({ root, base: from, head, policy: local, reporting, terminal });
  }
  const policy = await withOwnRules(
    local,
    reporting.named === null ? [] : await readOwnRulesAt(git, base.tip),
  );
  const change = await collectChange({ root, base: base.mergeBase, head });
  return await analyseAndReport({
    files: change.files,
    expected: change.files.length,
    gaps: () => change.notAnalysed,
    headSha: head ?? '',
    // Only what stands on the base already is honoured: a change must not excuse itself.
    ignoreComments: 'unchanged',
    further: configFindings(change.files, ruleIds),
    policy,
    reporting,
    terminal,
  });
}

async function commitOf(git: Git, ref: string): Promise<string> {
  const resolved = await resolveRef(git, ref);
  if (resolved.kind === 'commit') return resolved.sha;
  throw new UsageError(resolved.message);
}

/** The commit to compare with, and the tip of the branch it was found on. */
async function baseOf(
  git: Git,
  asked: string | undefined,
  head: string | undefined,
): Promise<{ readonly tip: string; readonly mergeBase: string }> {
  const usual = asked === undefined ? await findUsualBase(git) : undefined;
  const tip = asked === undefined ? usual?.sha : await commitOf(git, asked);
  const name = asked ?? usual?.ref;
  if (tip === undefined || name === undefined) {
    throw new UsageError('There is no branch main or master to compare with; name one with --base <ref>.');
  }
  const end = head ?? (await commitOf(git, 'HEAD'));
  const ancestor = await mergeBase(git, tip, end);
  if (ancestor !== undefined) return { tip, mergeBase: ancestor };
  throw new UsageError(
    `"${name}" and the head share no history here. In a shallow clone, fetch it: git fetch --unshallow.`,
  );
}

async function readPolicyAt(git: Git, commit: string): Promise<PolicyFile | undefined> {
  const { exitCode, stdout } = await git(['cat-file', 'blob', `${commit}:${configPath}`]);
  return exitCode === 0 ? { file: configPath, text: stdout.toString('utf8') } : undefined;
}
