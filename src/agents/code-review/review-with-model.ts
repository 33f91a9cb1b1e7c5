import { matchesAny } from '../../code-review/glob.ts';
import type { TypedModel } from '../../contracts/ask-typed.ts';
import type { CodeFile, CodeProblem, RepositoryRule } from '../../contracts/code-review.ts';
import type { Config } from '../../contracts/config.ts';
import type { Finding, NotAnalysed } from '../../contracts/finding.ts';
import type { Usage } from '../../contracts/result.ts';
import { addUsage } from '../runtime/ask-typed.ts';
import { instructions } from './instructions.ts';
import { codeReviewOutput } from './output.ts';
import { sizeOf, type Topic, topicsOf } from './topics.ts';
import { verifyFindings } from './verify.ts';

/** Most tokens of one answer, and fewest of input for which asking is worth it. */
const maxOutputTokens = 4_000;
const minInputTokens = 1_000;
const charactersPerToken = 3;
/** Most requests of one review. */
const maxTopics = 12;
/** Longest description that is shown, characters. */
const maxDescription = 3_000;

/** What the model's part of a review came to. */
export type ModelReview = {
  readonly problems: readonly CodeProblem[];
  readonly unverified: number;
  /** Which files the model was not shown, and why. */
  readonly notAnalysed: readonly NotAnalysed[];
  readonly topics: readonly { readonly name: string; readonly files: number }[];
  readonly usage: Usage;
};

/** Asks about one topic after the other until the money is spent; what was not read is said. */
export async function reviewWithModel(options: {
  readonly model: TypedModel;
  readonly files: readonly CodeFile[];
  readonly findings: readonly Finding[];
  readonly rules: readonly RepositoryRule[];
  readonly title: string;
  readonly body: string;
  readonly settings: Config['model'];
  readonly budgetUsd: number;
  readonly signal: AbortSignal;
}): Promise<ModelReview> {
  const { model, settings, files, signal } = options;
  const head = {
    title: model.redact('title.txt', options.title).slice(0, 300),
    // Masked before it is cut, because half of a secret is no longer recognised.
    description: model.redact('description.md', options.body).slice(0, maxDescription),
  };
  const frame = JSON.stringify(head).length + instructions.length + 4_000;
  const maxSize = settings.maxInputTokens * charactersPerToken - frame;
  const topics =
    maxSize < minInputTokens ? [] : topicsOf(files, { ...options, maxSize, redact: model.redact });
  const problems: CodeProblem[] = [];
  const notAnalysed: NotAnalysed[] = [];
  const read: Topic[] = [];
  let unverified = 0;
  let usage: Usage = { model: null, requests: 0, inputTokens: 0, outputTokens: 0, costUsd: 0 };
  for (const [index, topic] of topics.entries()) {
    const spent = usage.costUsd ?? 0;
    const price = priceOf(sizeOf(topic) + frame, settings);
    if (index >= maxTopics || spent + price > options.budgetUsd || signal.aborted) {
      notAnalysed.push(
        ...unread(
          topic,
          index >= maxTopics ? `a review asks at most ${maxTopics} questions` : 'its budget is spent',
        ),
      );
      continue;
    }
    const answer = await model.ask({
      name: 'code-review',
      instructions,
      prompt: promptOf(topic, options, head),
      schema: codeReviewOutput,
      maxOutputTokens,
      model: settings,
      budgetUsd: options.budgetUsd - spent,
      signal,
    });
    usage = addUsage(usage, answer.usage, settings);
    if (answer.kind === 'failed') {
      notAnalysed.push(...unread(topic, answer.reason));
      continue;
    }
    read.push(topic);
    const verified = verifyFindings(answer.output, {
      files: topic.parts.map(({ file }) => file),
      rules: options.rules,
    });
    problems.push(...verified.problems);
    unverified += verified.unverified;
  }
  return {
    problems: withoutKnown(problems, options.findings),
    unverified,
    notAnalysed,
    topics: read.map(topic => ({ name: topic.name, files: filesOf(topic).length })),
    usage,
  };
}

function promptOf(
  topic: Topic,
  { findings, rules }: { readonly findings: readonly Finding[]; readonly rules: readonly RepositoryRule[] },
  head: { readonly title: string; readonly description: string },
): string {
  const paths = filesOf(topic);
  const known = findings
    .filter(({ path }) => paths.includes(path))
    .slice(0, 40)
    .map(({ rule, path, line, message }) => ({ kind: rule, path, line, message: message.slice(0, 200) }));
  const own = rules.flatMap(({ paths: globs, rule }, index) =>
    paths.some(matchesAny(globs)) ? [{ number: index + 1, paths: globs, rule }] : [],
  );
  const changes = topic.parts.map(({ file, changes: lines, removed }) => ({
    path: file.path,
    status: file.status,
    lines,
    ...(removed.length === 0 ? {} : { removed }),
  }));
  return JSON.stringify({ ...head, rules: own, known, changes });
}

function filesOf({ parts }: Topic): readonly string[] {
  return [...new Set(parts.map(({ file }) => file.path))];
}

/** Every file by its path: "some files" helps nobody to read them. */
function unread(topic: Topic, why: string): readonly NotAnalysed[] {
  return filesOf(topic).map(path => ({ path, reason: `not read by the model: ${why}` }));
}

/** US dollars of one question with an answer of full length; 0 where the price is unknown. */
function priceOf(characters: number, { price }: Config['model']): number {
  if (price === undefined) return 0;
  const input = (characters / charactersPerToken) * price.inputUsdPerMillion;
  return (input + maxOutputTokens * price.outputUsdPerMillion) / 1_000_000;
}

/** What code has found on the same line is said once, by code. */
function withoutKnown(
  problems: readonly CodeProblem[],
  findings: readonly Finding[],
): readonly CodeProblem[] {
  const known = new Set(findings.map(({ path, line }) => `${path}:${line}`));
  const seen = new Set<string>();
  return problems.filter(({ path, line, kind }) => {
    const key = `${path}:${line} ${kind}`;
    if (known.has(`${path}:${line}`) || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
