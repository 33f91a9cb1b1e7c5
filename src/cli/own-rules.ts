import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readBundledGrammar } from '../analysis/read-bundled-grammar.ts';
import { createSyntaxTrees } from '../analysis/syntax-trees.ts';
import { isUserRulesPath, userRulesFolder } from '../config/user-rules/parse-user-rules.ts';
import { type Git, gitOutput, splitNul } from '../git/git-process.ts';
import { readWorkTreeFile } from '../git/read-file.ts';
import { createOwnRulesLoader, type OwnRules, ownRulesWarnings } from '../runs/review/own-rules.ts';
import type { LocalPolicy } from './local-policy.ts';

/** A file of rules. */
export type OwnRulesFile = { readonly path: string; readonly text: string };

/** Reads and checks rules with the grammars that are built beside this program. */
export async function loadOwnRules(files: readonly OwnRulesFile[]): Promise<OwnRules> {
  return await createOwnRulesLoader(createSyntaxTrees(readBundledGrammar))(files);
}

/** The policy with the repository's own rules; a rule that cannot be used is told about. */
export async function withOwnRules(
  policy: Omit<LocalPolicy, 'own'>,
  files: readonly OwnRulesFile[],
): Promise<LocalPolicy> {
  const own = await loadOwnRules(files);
  return { ...policy, own: own.rules, warnings: [...policy.warnings, ...ownRulesWarnings(own)] };
}

/** The files of `.github/devops/rules` in a work tree. */
export function readOwnRules(root: string): readonly OwnRulesFile[] {
  const folder = join(root, userRulesFolder);
  if (!existsSync(folder)) return [];
  const paths = readdirSync(folder).map(name => `${userRulesFolder}/${name}`);
  return paths.filter(isUserRulesPath).flatMap(path => {
    const reading = readWorkTreeFile(root, path);
    return reading.kind === 'text' ? [{ path, text: reading.text }] : [];
  });
}

/** The same at a commit. */
export async function readOwnRulesAt(git: Git, commit: string): Promise<readonly OwnRulesFile[]> {
  const listing = await gitOutput(git, ['ls-tree', '-z', '--name-only', commit, `${userRulesFolder}/`]);
  const files: OwnRulesFile[] = [];
  for (const path of splitNul(listing).filter(isUserRulesPath)) {
    const { exitCode, stdout } = await git(['cat-file', 'blob', `${commit}:${path}`]);
    if (exitCode === 0) files.push({ path, text: stdout.toString('utf8') });
  }
  return files;
}
