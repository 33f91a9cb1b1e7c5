import type { Diagnosis, Failure } from '../../contracts/diagnosis.ts';
import { placeText } from '../../results/diagnosis.ts';
import { escapeText } from '../escape-text.ts';
import { createPaint, type Paint } from '../paint.ts';

const maxListed = 10;

/** A diagnosis for people at a terminal. */
export function renderDiagnosisText(diagnosis: Diagnosis, options: { readonly colour: boolean }): string {
  const paint = createPaint(options.colour);
  if (diagnosis.outcome === 'passed') return 'Nothing failed.\n';
  const parts = diagnosis.failures.map(failure => failureText(failure, paint));
  return `${[...parts, ...diagnosis.gaps.map(gap => escapeText(gap))].join('\n\n')}\n`;
}

function failureText(failure: Failure, paint: Paint): string {
  const { category, tool, message, place, excerpt, tests, problems, more, why, next } = failure;
  const where = [failure.job, failure.step].filter(part => part !== null).map(part => escapeText(part));
  return [
    `${paint.red(category)}  ${paint.bold(escapeText(message))}`,
    ...(tests.length === 1 ? [`  test ${escapeText(tests[0]?.name ?? '')}`] : []),
    ...(place === null ? [] : [`  at ${escapeText(placeText(place))}`]),
    ...(where.length === 0
      ? []
      : [`  in ${[where.join(' › '), ...failure.alsoIn.map(job => escapeText(job))].join(', ')}`]),
    `  ${tool === null ? '' : `told by ${tool}, `}line ${failure.line} of the log`,
    '',
    ...excerpt.map(({ line, text }) => {
      const row = `${String(line).padStart(7)} │ ${escapeText(text, { keepTabs: true })}`;
      return line === failure.line ? paint.bold(row) : paint.faint(row);
    }),
    '',
    `  ${why} ${next}`,
    ...listed(
      'Failed tests',
      tests.map(test => `${test.name}${test.place === null ? '' : `  ${placeText(test.place)}`}`),
    ),
    ...listed(
      'Problems',
      problems.map(
        ({ place: at, message: text, code }) =>
          `${placeText(at)}  ${text}${code === null ? '' : `  ${code}`}`,
      ),
    ),
    ...(more > 0 ? [`  ${more} more are in the log.`] : []),
  ].join('\n');
}

function listed(title: string, items: readonly string[]): readonly string[] {
  if (items.length < 2) return [];
  const rest = items.length > maxListed ? [`    and ${items.length - maxListed} more`] : [];
  return ['', `  ${title}:`, ...items.slice(0, maxListed).map(item => `    ${escapeText(item)}`), ...rest];
}
