import { type CharacterSet, noCharacter } from './character-set.ts';
import { type Pattern, readPattern } from './pattern-syntax.ts';

/** Longest expression, UTF-16 code units, and most places in it that are judged: the work grows with their square. */
const maxLength = 1000;
const maxPlaces = 150;
/** Repetitions up to this many times are written out; more of them are as good as endless. */
const manyTimes = 10;
const writtenOut = 2;

/**
 * Whether a backtracking engine can take exponential time: some text leads from a place in a loop back to it in two
 * ways, and what follows the loop can fail. The places are those of Glushkov's automaton; edges are counted, because
 * `(a+)+` goes from `a` to `a` in two ways. Lookarounds and what is never taken back are left out.
 */
export function isExponential(pattern: string, options: { readonly whole?: boolean } = {}): boolean {
  if (pattern.length > maxLength || !/[*+{]/.test(pattern)) return false;
  const read = readPattern(pattern);
  if (read === undefined) return false;
  const places: Places = { sets: [], next: [] };
  const whole: Pattern = options.whole === true ? { kind: 'sequence', parts: [read, { kind: 'end' }] } : read;
  const { last } = build(places, whole);
  if (places.sets.length > maxPlaces) return false;
  return loops(places).some(
    loop => !loop.some(place => last.has(place)) && isAmbiguous(places, new Set(loop)),
  );
}

type Places = {
  readonly sets: CharacterSet[];
  /** In how many ways (2 stands for more) one place follows another. */
  readonly next: Map<number, number>[];
};
type Part = {
  readonly nullable: boolean;
  readonly first: ReadonlyMap<number, number>;
  readonly last: ReadonlyMap<number, number>;
};

const nothing: Part = { nullable: true, first: new Map(), last: new Map() };

function build(places: Places, pattern: Pattern): Part {
  if (places.sets.length > maxPlaces) return nothing;
  switch (pattern.kind) {
    case 'empty':
      return nothing;
    case 'end':
      return place(places, noCharacter);
    case 'characters':
      return place(places, pattern.set);
    case 'sequence':
      return pattern.parts.reduce<Part>(
        (before, part) => follow(places, before, build(places, part)),
        nothing,
      );
    case 'choice':
      return pattern.parts.map(part => build(places, part)).reduce(either);
    case 'repeat':
      return repeat(places, pattern);
    default:
      return pattern satisfies never;
  }
}

function place(places: Places, set: CharacterSet): Part {
  const at = places.sets.push(set) - 1;
  places.next.push(new Map());
  const here = new Map([[at, 1]]);
  return { nullable: false, first: here, last: here };
}

function repeat(places: Places, pattern: Extract<Pattern, { kind: 'repeat' }>): Part {
  const { body, min, max } = pattern;
  if (max > manyTimes) {
    const part = build(places, body);
    connect(places, part, part);
    return { ...part, nullable: part.nullable || min === 0 };
  }
  let result = nothing;
  for (let copy = 0; copy < Math.min(max, writtenOut); copy++) {
    const part = build(places, body);
    result = follow(places, result, copy < min ? part : { ...part, nullable: true });
  }
  return result;
}

function follow(places: Places, before: Part, after: Part): Part {
  connect(places, before, after);
  return {
    nullable: before.nullable && after.nullable,
    first: before.nullable ? sum(before.first, after.first) : before.first,
    last: after.nullable ? sum(before.last, after.last) : after.last,
  };
}

function either(a: Part, b: Part): Part {
  return { nullable: a.nullable || b.nullable, first: sum(a.first, b.first), last: sum(a.last, b.last) };
}

function connect(places: Places, before: Part, after: Part): void {
  for (const [from, left] of before.last) {
    const edges = places.next[from];
    for (const [to, right] of after.first) edges?.set(to, Math.min(2, (edges.get(to) ?? 0) + left * right));
  }
}

function sum(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  const all = new Map(a);
  for (const [at, ways] of b) all.set(at, Math.min(2, (all.get(at) ?? 0) + ways));
  return all;
}

/** The places of each loop: those that reach each other. */
function loops({ next }: Places): readonly (readonly number[])[] {
  const reach = next.map((_, from) => reachable([from], at => next[at]?.keys() ?? []));
  const found: number[][] = [];
  const seen = new Set<number>();
  for (let at = 0; at < next.length; at++) {
    if (seen.has(at) || reach[at]?.has(at) !== true) continue;
    const loop = [...(reach[at] ?? [])].filter(other => reach[other]?.has(at) === true);
    for (const other of loop) seen.add(other);
    found.push(loop);
  }
  return found;
}

/** What can be reached in one step or more. */
function reachable(from: Iterable<number>, step: (at: number) => Iterable<number>): ReadonlySet<number> {
  const found = new Set<number>();
  const open = [...from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const to of step(at)) {
      if (found.has(to)) continue;
      found.add(to);
      open.push(to);
    }
  }
  return found;
}

/** Whether two different walks through the loop read the same text, from one place back to it. */
function isAmbiguous({ sets, next }: Places, loop: ReadonlySet<number>): boolean {
  const size = sets.length;
  const stepsOf = (at: number): readonly (readonly [number, number])[] =>
    [...(next[at] ?? [])].filter(([to]) => loop.has(to));
  for (const at of loop) if (stepsOf(at).some(([, ways]) => ways > 1)) return true;
  // Pairs of places that two walks can be in at the same time.
  const forward = new Map<number, number[]>();
  const backward = new Map<number, number[]>();
  const pairs = (pair: number): readonly number[] => {
    const known = forward.get(pair);
    if (known !== undefined) return known;
    const to = stepsOf(Math.floor(pair / size)).flatMap(([left]) =>
      stepsOf(pair % size)
        .filter(([right]) => ((sets[left] ?? 0n) & (sets[right] ?? 0n)) !== noCharacter)
        .map(([right]) => left * size + right),
    );
    forward.set(pair, to);
    for (const other of to) backward.set(other, [...(backward.get(other) ?? []), pair]);
    return to;
  };
  const together = [...loop].map(at => at * size + at);
  const parted = reachable(together, pairs);
  const meeting = reachable(together, pair => backward.get(pair) ?? []);
  for (const pair of parted) if (Math.floor(pair / size) !== pair % size && meeting.has(pair)) return true;
  return false;
}
