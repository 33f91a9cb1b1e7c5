import { parsePattern } from './parse-pattern.ts';
import type { CharacterTest, PatternNode } from './pattern-tree.ts';

/** Most instructions that a pattern may become. */
const maxInstructions = 2_000;

/** A pattern that looks for itself in a text, in time linear in the text's length. */
export type SafePattern = { readonly matches: (text: string) => boolean };

/**
 * Makes a pattern from its source. It is carried out by following all its ways at once (Thompson's construction), not
 * by trying one after the other, so that no text can make it run away: a match takes at most
 * text length × pattern length steps.
 *
 * @returns a sentence about what is wrong when it cannot be used.
 */
export function createSafePattern(
  source: string,
  options: { readonly ignoreCase?: boolean } = {},
): SafePattern | { readonly problem: string } {
  const parsed = parsePattern(source, options.ignoreCase ?? false);
  if (parsed.kind === 'problem') return { problem: parsed.message };
  const program = compile(parsed.tree);
  if (program === undefined) return { problem: `is too large: more than ${maxInstructions} steps` };
  return { matches: text => run(program, text) };
}

type Instruction =
  | { readonly kind: 'character'; readonly test: CharacterTest }
  | { readonly kind: 'assertion'; readonly at: Extract<PatternNode, { kind: 'assertion' }>['at'] }
  | { readonly kind: 'split'; readonly targets: readonly number[] }
  | { readonly kind: 'match' };

/** Undefined when it became too large. */
function compile(tree: PatternNode): readonly Instruction[] | undefined {
  const program: Instruction[] = [];
  const emit = (node: PatternNode): void => {
    if (program.length > maxInstructions) return;
    switch (node.kind) {
      case 'character':
      case 'assertion':
        program.push(node);
        return;
      case 'sequence':
        for (const part of node.parts) emit(part);
        return;
      case 'choice':
        return emitChoice(node.options);
      case 'repeat':
        for (let count = 0; count < node.least; count++) emit(node.part);
        return node.most === undefined
          ? emitLoop(node.part)
          : emitOptional(node.part, node.most - node.least);
    }
  };
  function emitChoice(options: readonly PatternNode[]): void {
    const split = reserve();
    const targets: number[] = [];
    const ends: number[] = [];
    for (const option of options) {
      targets.push(program.length);
      emit(option);
      ends.push(reserve());
    }
    program[split] = { kind: 'split', targets };
    for (const end of ends) program[end] = { kind: 'split', targets: [program.length] };
  }
  function emitLoop(part: PatternNode): void {
    const split = reserve();
    emit(part);
    program.push({ kind: 'split', targets: [split] });
    program[split] = { kind: 'split', targets: [split + 1, program.length] };
  }
  function emitOptional(part: PatternNode, times: number): void {
    const splits: number[] = [];
    for (let count = 0; count < times && program.length <= maxInstructions; count++) {
      splits.push(reserve());
      emit(part);
    }
    for (const split of splits) program[split] = { kind: 'split', targets: [split + 1, program.length] };
  }
  function reserve(): number {
    return program.push({ kind: 'match' }) - 1;
  }
  emit(tree);
  program.push({ kind: 'match' });
  return program.length > maxInstructions ? undefined : program;
}

function run(program: readonly Instruction[], text: string): boolean {
  let waiting: number[] = [];
  // Which instruction was reached at which position last, so that each is followed once per position.
  const reached = new Int32Array(program.length).fill(-1);
  for (let at = 0; at <= text.length; at++) {
    const ways = [...waiting, 0];
    waiting = [];
    const character = text[at];
    for (let way = ways.pop(); way !== undefined; way = ways.pop()) {
      if (reached[way] === at) continue;
      reached[way] = at;
      const instruction = program[way];
      if (instruction === undefined) continue;
      if (instruction.kind === 'match') return true;
      if (instruction.kind === 'split') ways.push(...instruction.targets);
      else if (instruction.kind === 'assertion') {
        if (holds(instruction.at, text, at)) ways.push(way + 1);
      } else if (character !== undefined && instruction.test(character)) waiting.push(way + 1);
    }
  }
  return false;
}

function holds(at: Extract<PatternNode, { kind: 'assertion' }>['at'], text: string, index: number): boolean {
  switch (at) {
    case 'start':
      return index === 0;
    case 'end':
      return index === text.length;
    case 'word-boundary':
      return isWord(text[index - 1]) !== isWord(text[index]);
    case 'no-word-boundary':
      return isWord(text[index - 1]) === isWord(text[index]);
  }
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /\w/.test(character);
}
