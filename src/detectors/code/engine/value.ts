import type { Span } from '../../../contracts/detector.ts';
import type { ClassCode, FunctionCode } from './ir.ts';

export type Constant = string | number | boolean | null;

/** Where untrusted data enters. */
export type Source = Span & {
  /** What makes two reads the same input, such as `express.request.query.id`. */
  readonly key: string;
  /** In words: `an HTTP query parameter`. */
  readonly label: string;
  /** Reached over the network; otherwise from the command line or the environment. */
  readonly remote: boolean;
  /** Bits of the rules to which it does not matter. */
  readonly safe: number;
};

/** One source a value comes from. */
export type Taint = {
  readonly source: Source;
  /** Bits of the rules (and of `normalised`) it has been made safe for. */
  readonly safe: number;
  /** The input itself, not something computed from it. */
  readonly direct: boolean;
};

/** An abstract value: what the analysis knows of what an expression may hold. */
export type Value = {
  readonly taints: readonly Taint[];
  /** The value itself, when it is known. */
  readonly constant: Constant | undefined;
  /** Made of constants only, though it is not known which, or a number. */
  readonly literal: boolean;
  /** A text with constant and unknown parts. */
  readonly composed: boolean;
  /** What a name stands for outside the file: `child_process.exec`, `flask.request`, `sqlite3.connect()`. */
  readonly ref: string | undefined;
  /** Its object in the heap. */
  readonly object: number | undefined;
  readonly code: FunctionCode | undefined;
  readonly class: ClassCode | undefined;
  /** The sources of the key it was read under. */
  readonly chosenBy: readonly Taint[];
};

const noTaints: readonly Taint[] = [];
/** Most sources kept for one value. */
const maxTaints = 6;
/** Longest text kept as a constant, UTF-16 code units. */
const maxConstantLength = 2000;

/** Nothing is known, and nothing untrusted in it. */
export const unknown: Value = {
  taints: noTaints,
  constant: undefined,
  literal: false,
  composed: false,
  ref: undefined,
  object: undefined,
  code: undefined,
  class: undefined,
  chosenBy: noTaints,
};

/** Harmless: constants, numbers, booleans. */
export const harmless: Value = { ...unknown, literal: true };

const nullValue: Value = { ...harmless, constant: null };
const trueValue: Value = { ...harmless, constant: true };
const falseValue: Value = { ...harmless, constant: false };

/** A known value; a very long text is only known to be constant. */
export function constantValue(constant: Constant): Value {
  if (constant === null) return nullValue;
  if (constant === true) return trueValue;
  if (constant === false) return falseValue;
  return typeof constant === 'string' && constant.length > maxConstantLength
    ? harmless
    : { ...harmless, constant };
}

/** Something outside the file, by its qualified name. */
export function refValue(ref: string): Value {
  return { ...unknown, ref };
}

/** Untrusted data with nothing else known. */
export function taintedValue(taints: readonly Taint[]): Value {
  return taints.length === 0 ? unknown : { ...unknown, taints };
}

/** The union of sources; a source made safe in one place only is not safe. */
export function joinTaints(a: readonly Taint[], b: readonly Taint[]): readonly Taint[] {
  if (a === b || b.length === 0) return a;
  if (a.length === 0) return b;
  const joined = [...a];
  for (const taint of b) {
    const at = joined.findIndex(other => other.source.key === taint.source.key);
    const known = joined[at];
    if (known === undefined) {
      if (joined.length < maxTaints) joined.push(taint);
    } else {
      joined[at] = {
        source: known.source,
        safe: known.safe & taint.safe,
        direct: known.direct && taint.direct,
      };
    }
  }
  return joined;
}

/** The same sources as parts of something computed. */
export function derivedTaints(taints: readonly Taint[]): readonly Taint[] {
  return taints.every(taint => !taint.direct) ? taints : taints.map(taint => ({ ...taint, direct: false }));
}

/** Marks every source as safe for the given bits; -1 removes them. */
export function withSafe(value: Value, bits: number): Value {
  if (value.taints.length === 0) return value;
  if (bits === -1) return { ...value, taints: noTaints, composed: false, literal: true };
  return { ...value, taints: value.taints.map(taint => ({ ...taint, safe: taint.safe | bits })) };
}

/** Whether two values tell the same. */
export function sameValue(a: Value, b: Value): boolean {
  if (a === b) return true;
  return (
    a.constant === b.constant &&
    a.literal === b.literal &&
    a.composed === b.composed &&
    a.ref === b.ref &&
    a.object === b.object &&
    a.code === b.code &&
    a.chosenBy.length === b.chosenBy.length &&
    a.taints.length === b.taints.length &&
    a.taints.every(
      (taint, at) => taint.source.key === b.taints[at]?.source.key && taint.safe === b.taints[at]?.safe,
    )
  );
}

/** The join without objects, which need the heap. */
export function joinPlain(a: Value, b: Value): Value {
  if (a === b) return a;
  return {
    taints: joinTaints(a.taints, b.taints),
    constant: a.constant === b.constant ? a.constant : undefined,
    literal: a.literal && b.literal,
    composed: a.composed || b.composed,
    ref: a.ref ?? b.ref,
    object: a.object ?? b.object,
    code: a.code ?? b.code,
    class: a.class ?? b.class,
    chosenBy: joinTaints(a.chosenBy, b.chosenBy),
  };
}
