import { maskText } from '../../analysis/mask.ts';
import { matchesAny } from '../../code-review/glob.ts';
import { isChangedLine, linesOf } from '../../code-review/lines.ts';
import type { CodeFile, CodeProblem, RepositoryRule } from '../../contracts/code-review.ts';
import type { Severity } from '../../contracts/severity.ts';
import type { CodeReviewOutput } from './output.ts';

/** Shortest quote that proves anything, characters without white space. */
const minQuote = 6;
/** Longest text taken from the model for one field, characters. */
const maxText = 600;
const maxSuggestion = 500;

/**
 * The agent's findings, each checked against the change: the path is in it, the line changed, and the quote stands on that
 * line. A rule must be one of the repository's, for that path. Severity is at most medium, because a model's word alone
 * should not fail a check whose threshold is high.
 */
export function verifyFindings(
  output: CodeReviewOutput,
  { files, rules }: { readonly files: readonly CodeFile[]; readonly rules: readonly RepositoryRule[] },
): { readonly problems: readonly CodeProblem[]; readonly unverified: number } {
  const problems = output.findings.flatMap((proposal): CodeProblem[] => {
    const file = files.find(({ path }) => path === proposal.path);
    const text = file?.head === undefined ? undefined : linesOf(file.head)[proposal.line - 1];
    const quote = proposal.quote.trim();
    if (file === undefined || text === undefined || !isChangedLine(file, proposal.line)) return [];
    if (quote.replace(/\s/g, '').length < minQuote || !text.includes(quote)) return [];
    const rule = proposal.rule === null ? undefined : rules[proposal.rule - 1];
    const isRule = proposal.kind === 'repository-rule';
    if (isRule && (rule === undefined || !matchesAny(rule.paths)(file.path))) return [];
    const message = proposal.message.slice(0, maxText);
    return [
      {
        kind: proposal.kind,
        path: file.path,
        line: proposal.line,
        quote: text,
        severity: capped(proposal.severity),
        confidence: 'low',
        message:
          isRule && rule !== undefined ? `A rule of this repository: ${rule.rule} ${message}` : message,
        fix: proposal.fix.slice(0, maxText),
        ...suggestionOf(proposal.suggestion, text),
      },
    ];
  });
  return { problems, unverified: output.findings.length - problems.length };
}

/** One line for one line; anything else is a change that somebody should make with their eyes open. */
function suggestionOf(suggestion: string | null, line: string): { readonly suggestion?: string } {
  if (suggestion === null) return {};
  const text = suggestion.replace(/\r?\n$/, '');
  if (text.includes('\n') || text.length > maxSuggestion || text.trim() === '' || text === line) return {};
  // A secret that is masked for the model would come back as its mask.
  return text.includes(maskText) ? {} : { suggestion: text };
}

function capped(severity: Severity): Severity {
  return severity === 'critical' || severity === 'high' ? 'medium' : severity;
}
