import type { Place } from '../contracts/diagnosis.ts';
import { chooseLines } from './choose-lines.ts';
import { type Clue, type Recogniser, type Recognition, weights } from './clue.ts';
import type { ExcerptLine, Excerpts } from './excerpt.ts';
import { frameIn, frameReach } from './stack-frames.ts';
import type { Triggers } from './triggers.ts';

/** Clues kept of one step; more are counted. */
const maxClues = 400;

/** Frames kept of one step. */
const maxFrames = 20;

/** A step as far as it was read. */
export type StepRecord = {
  readonly job: string | undefined;
  readonly name: string | undefined;
  readonly clues: readonly Clue[];
  /** Clues beyond those kept. */
  readonly dropped: number;
  /** The heaviest clue, and of several the first. */
  readonly root: Clue | undefined;
  /** The lines that matter, at most five. */
  readonly excerpt: readonly ExcerptLine[];
  /** The repository's own frames of stacks around the root. */
  readonly frames: readonly Place[];
  readonly failed: boolean;
  readonly exitCode: number | undefined;
};

/** Reads one step's output, line by line. */
export class StepReader {
  readonly job: string | undefined;
  readonly name: string | undefined;
  readonly #recognitions: readonly Recognition[];
  /** Made when they are first woken, which most never are. */
  readonly #recognisers = new Map<Recognition, Recogniser>();
  /** Those that want the next line, whatever that is. */
  #open: readonly Recogniser[] = [];
  readonly #triggers: Triggers;
  readonly #excerpts: Excerpts;
  readonly #clues: Clue[] = [];
  #dropped = 0;
  #root: Clue | undefined;
  #around: readonly ExcerptLine[] = [];
  #first: number | undefined;
  #frames: Place[] = [];
  #failed = false;
  #exitCode: number | undefined;
  #present = 0;
  #last: ExcerptLine | undefined;
  #lastClueLine = 0;

  constructor(options: {
    readonly job: string | undefined;
    readonly name: string | undefined;
    readonly recognitions: readonly Recognition[];
    readonly triggers: Triggers;
    readonly excerpts: Excerpts;
  }) {
    this.job = options.job;
    this.name = options.name;
    this.#triggers = options.triggers;
    this.#excerpts = options.excerpts;
    this.#recognitions = options.recognitions;
  }

  /** One line of output. `error`: the runner marks it as one, at `place` where the command names one. */
  read(text: string, number: number, error: boolean, place?: Place): void {
    this.#present = number;
    this.#first ??= number;
    if (this.#root !== undefined && number <= this.#root.line + frameReach) this.#takeFrame(text);
    this.#recognise(text, number, error || this.#triggers.any(text));
    if (!error) {
      if (text.trim() !== '') this.#last = { line: number, text: text.trim() };
      return;
    }
    this.#failed = true;
    const exit = /^Process completed with exit code (?<code>-?\d+)\.$/.exec(text)?.groups?.['code'];
    if (exit !== undefined) {
      this.#exitCode = Number(exit);
      // Nobody said why: what stands last is the nearest to a reason.
      const last = this.#last;
      this.#take({
        ...said(last?.text ?? text, last?.line ?? number),
        tool: last === undefined ? 'github-actions' : 'shell',
        weight: weights.exit,
      });
    } else if (this.#lastClueLine !== number)
      this.#take({ ...said(text, number), ...(place === undefined ? {} : { place }) });
  }

  #recognise(text: string, number: number, suspicious: boolean): void {
    if (!suspicious) {
      if (this.#open.length === 0) return;
      for (const recogniser of this.#open) recogniser.read(text, number);
      this.#open = this.#open.filter(({ open }) => open);
      return;
    }
    const open: Recogniser[] = [];
    for (const recognition of this.#recognitions) {
      const known = this.#recognisers.get(recognition);
      if (known?.open !== true && !recognition.trigger.test(text)) continue;
      const recogniser = known ?? recognition.create(clue => this.#take(clue));
      if (known === undefined) this.#recognisers.set(recognition, recogniser);
      recogniser.read(text, number);
      if (recogniser.open) open.push(recogniser);
    }
    this.#open = open;
  }

  /** The step has ended. */
  end(): StepRecord {
    for (const recognition of this.#recognitions) this.#recognisers.get(recognition)?.end?.();
    return {
      job: this.job,
      name: this.name,
      clues: this.#clues,
      dropped: this.#dropped,
      root: this.#root,
      excerpt: this.#root === undefined ? [] : chooseLines(this.#around, this.#root, this.#first ?? 1),
      frames: this.#frames,
      failed: this.#failed,
      exitCode: this.#exitCode,
    };
  }

  #take(found: Clue): void {
    if (this.#clues.length >= maxClues && found.weight <= (this.#root?.weight ?? 0)) {
      this.#lastClueLine = found.line;
      this.#dropped += 1;
      return;
    }
    const clue = detached(found);
    this.#lastClueLine = clue.line;
    const root = this.#root;
    if (
      root === undefined ||
      clue.weight > root.weight ||
      (clue.weight === root.weight && clue.line < root.line)
    ) {
      this.#root = clue;
      this.#around = this.#excerpts.around(clue.line, this.#present);
      this.#frames = [];
      const until = Math.min(this.#present, clue.line + frameReach);
      for (const { text } of this.#excerpts.between(clue.line - frameReach, until)) this.#takeFrame(text);
    }
    this.#clues.push(clue);
  }

  #takeFrame(text: string): void {
    if (this.#frames.length >= maxFrames) return;
    const frame = frameIn(text);
    if (frame !== undefined) this.#frames.push(structuredClone(frame));
  }
}

/** A part of a string keeps the whole chunk it was read with in memory; what is kept for long is copied. */
function detached(clue: Clue): Clue {
  return structuredClone(clue);
}

/** An error that only the runner marks as one. */
function said(text: string, line: number): Clue {
  return {
    tool: 'github-actions',
    category: 'unknown',
    line,
    message: text.replace(/^Error: /, ''),
    weight: weights.verdict + 5,
  };
}
