import type { Failure, Place } from '../contracts/diagnosis.ts';
import type { CiAdvice, FlakyTest } from '../contracts/store.ts';
import { renderAnswer } from './answer.ts';
import type { CheckAnnotation } from './check-run.ts';
import { placeText, renderFailure } from './diagnosis.ts';
import { commitUrl, type RepositoryLinks } from './permalink.ts';
import { codeSpan, inlineText, truncate, visibleText } from './untrusted-text.ts';

/** A failure of the pull request's CI, and what the change has to do with it. */
export type BlamedFailure = {
  /** The workflow's name. Untrusted. */
  readonly workflow: string;
  readonly source: 'workflow' | 'check';
  /** GitHub's id of the workflow run or of the check run. */
  readonly runId: number;
  /** GitHub was asked to run its failed jobs again. */
  readonly rerun: boolean;
  readonly failure: Failure;
  /** The base branch fails in the same way. */
  readonly old: boolean;
  /** What a model says about it, checked. Untrusted. */
  readonly advice?: CiAdvice;
  /** A place of the failure that the change touches. */
  readonly touched?: Place;
};

/** GitHub's limit for a comment, less what the marker and the closing line take. Characters. */
const maxLength = 60_000;
const maxFailures = 10;

/** The pull request's one comment about CI: why each workflow failed, new failures before old ones. */
export function renderCiComment(
  { failures, gaps }: { readonly failures: readonly BlamedFailure[]; readonly gaps: readonly string[] },
  links: RepositoryLinks & { readonly headSha: string; readonly entry: 'app' | 'action' },
): string {
  const commit = `For ${codeSpan(links.headSha.slice(0, 7))} ([commit](${commitUrl(links, links.headSha)})).`;
  const ordered = failures.toSorted((a, b) => Number(a.old) - Number(b.old));
  const sections = ordered.slice(0, maxFailures).map(blamed => renderBlamed(blamed, links));
  const left = ordered.length - maxFailures;
  const body = [
    `## ${headline(failures)}`,
    ...sections,
    ...(gaps.length === 0 ? [] : [gaps.map(gap => `- ${inlineText(gap, 300)}`).join('\n')]),
    ...(left > 0 ? [`${left} further ${left === 1 ? 'failure is' : 'failures are'} in the logs.`] : []),
    `<sub>${commit}${links.entry === 'app' ? ' This comment goes when CI is green again; `/devops diagnose` looks once more.' : ''}</sub>`,
  ].join('\n\n');
  return renderAnswer('ci', truncate(body, maxLength));
}

function headline(failures: readonly BlamedFailure[]): string {
  const fresh = failures.filter(({ old }) => !old).length;
  if (failures.length === 0) return 'CI failed, and its logs do not say why';
  if (fresh === 0) return 'CI fails as it does on the base branch';
  return fresh === 1 ? 'Why CI failed' : `Why CI failed: ${fresh} failures`;
}

function renderBlamed(
  { workflow, source, runId, rerun, failure, advice, old, touched }: BlamedFailure,
  links: RepositoryLinks,
): string {
  const isCheck = source === 'check';
  const url = `${links.serverUrl}/${links.owner}/${links.name}/${isCheck ? 'runs' : 'actions/runs'}/${runId}`;
  const remarks = [
    ...(old ? ['The base branch fails in the same way, so this change is not the reason.'] : []),
    ...(!old && touched !== undefined ? [`This change touches ${codeSpan(placeText(touched))}.`] : []),
    ...(rerun
      ? [
          'Its failed jobs run again, this once (`ci.rerun-failed`): nothing says that the code is the reason.',
        ]
      : []),
    `${isCheck ? 'Check' : 'Workflow'} ${codeSpan(workflow, 120)} ([${isCheck ? 'details' : 'log'}](${url})).`,
  ];
  return [renderFailure(failure, remarks), ...(advice === undefined ? [] : [adviceSection(advice)])].join(
    '\n\n',
  );
}

/** A quotation: whose words these are must not be in doubt. */
function adviceSection({ explanation, evidence, note }: CiAdvice): string {
  const lines =
    explanation === null
      ? []
      : [`🤖 **Explanation** ${inlineText(explanation, 800)}`, '', `Seen: ${codeSpan(evidence, 300)}`, ''];
  const words = [
    ...(explanation === null ? [] : ['Written by a model; it decided nothing.']),
    ...(note === null ? [] : [inlineText(note, 400)]),
  ];
  return [...lines, `<sub>${words.join(' ')}</sub>`].map(line => `> ${line}`.trimEnd()).join('\n');
}

/** Places in files, as annotations; at most 50. */
export function renderCiAnnotations(
  failures: readonly BlamedFailure[],
): readonly Omit<CheckAnnotation, 'raw_details'>[] {
  return failures
    .filter(({ old }) => !old)
    .flatMap(({ failure }) => [
      ...failure.tests.map(test => ({ place: test.place, message: test.message, title: test.name })),
      ...failure.problems.map(problem => ({
        place: problem.place,
        message: problem.message,
        title: problem.code ?? failure.category,
      })),
      ...(failure.tests.length + failure.problems.length > 0
        ? []
        : [{ place: failure.place, message: failure.message, title: failure.category }]),
    ])
    .flatMap(({ place, message, title }) =>
      place === null || place.line === null || place.path.startsWith('/') || /^[A-Za-z]:/.test(place.path)
        ? []
        : [
            {
              path: place.path,
              start_line: place.line,
              end_line: place.line,
              annotation_level: 'failure' as const,
              message: truncate(visibleText(message), 1_000),
              title: truncate(visibleText(title), 200),
            },
          ],
    )
    .slice(0, 50);
}

/** The tests that failed and passed on one commit, the flakiest first. */
export function renderFlaky(tests: readonly FlakyTest[]): string {
  if (tests.length === 0) return 'No test has failed and passed on the same commit so far.';
  const rows = tests.map(
    ({ test, workflow, times, runs, headSha, at }) =>
      `| ${cell(test)} | ${cell(workflow)} | ${times} | ${runs === 0 ? '' : `${((100 * times) / runs).toFixed(1)} %`} | ${codeSpan(headSha.slice(0, 7))}, ${at.slice(0, 10)} |`,
  );
  return ['| Test | Workflow | Times | Of runs | Last |', '| --- | --- | ---: | ---: | --- |', ...rows].join(
    '\n',
  );
}

function cell(text: string): string {
  return codeSpan(text, 200).replaceAll('|', '\\|');
}
