import { createHash } from 'node:crypto';
import type { FailedTest, Failure, Place, Problem } from '../contracts/diagnosis.ts';
import { advice } from './advice.ts';
import { type Clue, weights } from './clue.ts';
import type { StepRecord } from './step-reader.ts';

const maxMessage = 500;
const maxListed = 50;

/** What a failing step comes to: its heaviest clue as the cause, and everything of the same kind beside it. */
export function failureOf(record: StepRecord, mask: (text: string) => string): readonly Failure[] {
  const { root } = record;
  if (root === undefined) return [];
  const clean = (text: string): string => mask(text).slice(0, maxMessage);
  const tests = testsOf(record.clues, clean);
  const problems = problemsOf(record.clues, clean);
  const place = root.place === undefined ? null : cleanPlace(root.place, clean);
  const message = clean(root.message);
  return [
    {
      category: root.category,
      tool: root.tool,
      message,
      line: root.line,
      job: record.job === undefined ? null : clean(record.job),
      step: record.name === undefined ? null : clean(record.name),
      alsoIn: [],
      exitCode: record.exitCode ?? null,
      place,
      frames: record.frames.map(frame => cleanPlace(frame, clean)),
      tests: tests.slice(0, maxListed),
      problems: problems.slice(0, maxListed),
      more: Math.max(0, tests.length - maxListed) + Math.max(0, problems.length - maxListed) + record.dropped,
      excerpt: record.excerpt.map(({ line, text }) => ({ line, text: clean(text) })),
      ...advice[root.category],
      fingerprint: fingerprintOf(root),
    },
  ];
}

/** Each test once, by its most telling clue. */
function testsOf(clues: readonly Clue[], clean: (text: string) => string): readonly FailedTest[] {
  const byName = new Map<string, Clue>();
  for (const clue of clues) {
    if (clue.test === undefined || clue.weight <= weights.verdict) continue;
    const known = byName.get(clue.test) ?? [...byName.values()].find(other => sameTest(other, clue));
    if (known === undefined) byName.set(clue.test, clue);
    else if (clue.weight > known.weight) {
      byName.delete(known.test ?? '');
      byName.set(clue.test, { ...known, ...clue });
    }
  }
  return [...byName.values()].map(({ test = '', place, message, line }) => ({
    name: clean(test),
    place: place === undefined ? null : cleanPlace(place, clean),
    message: clean(message),
    logLine: line,
  }));
}

/** A report and a summary name a test differently: `TestMore.test_raises` and `TestMore::test_raises`. */
function sameTest(a: Clue, b: Clue): boolean {
  if (a.tool !== b.tool || a.weight === b.weight) return false;
  const names = [a, b].map(({ test = '' }) => test.replaceAll(/::|[.#>]/g, ' ').replaceAll(/\s+/g, ' '));
  const [first = '', second = ''] = names;
  return first === second || first.endsWith(` ${second}`) || second.endsWith(` ${first}`);
}

function problemsOf(clues: readonly Clue[], clean: (text: string) => string): readonly Problem[] {
  const known = new Set<string>();
  const heaviest = new Map<number, number>();
  for (const { line, weight } of clues) heaviest.set(line, Math.max(weight, heaviest.get(line) ?? 0));
  return clues.flatMap(({ place, test, category, message, code, line, weight }) => {
    // A tool's own reading of a line stands above the general one.
    if (weight < (heaviest.get(line) ?? 0)) return [];
    if (place === undefined || test !== undefined || !['compile', 'type', 'lint'].includes(category))
      return [];
    const key = JSON.stringify([place, message]);
    if (known.has(key)) return [];
    known.add(key);
    return [{ place: cleanPlace(place, clean), message: clean(message), code: code ?? null, logLine: line }];
  });
}

function cleanPlace(place: Place, clean: (text: string) => string): Place {
  return { ...place, path: clean(place.path) };
}

/** Numbers, addresses, times and temporary paths differ from run to run; the rest is the failure. */
function fingerprintOf({ category, tool, message, place, test }: Clue): string {
  const stable = message
    .replaceAll(/0x[0-9a-f]+|\b[0-9a-f]{7,64}\b/gi, '#')
    .replaceAll(/\/(?:tmp|var\/folders|private\/var)\/\S+/g, '#')
    .replaceAll(/\d+/g, '#');
  return createHash('sha256')
    .update(JSON.stringify([category, tool, stable, place?.path ?? null, test ?? null]))
    .digest('hex')
    .slice(0, 16);
}
