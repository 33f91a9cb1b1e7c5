import type { Confidence, Severity } from '../../../contracts/severity.ts';
import type { FunctionCode, Language } from './ir.ts';
import type { Value } from './value.ts';

/**
 * A qualified name (`child_process.exec`, `eval`), or `*.method` for a method of any receiver. `new` stands
 * for nothing special: a constructor is called by its name. What a call returns is `name()`.
 */
export type Pattern = string;

/** Which argument: position, keyword, both (`0:shell`), `all`, or the `receiver`. */
export type ArgumentPosition = number | string;

/** A place where untrusted data does harm. */
export type SinkModel = {
  /** In words, for the message: `a shell command`. */
  readonly what: string;
  readonly calls?: readonly Pattern[];
  /** Property writes, such as `*.innerHTML`. */
  readonly writes?: readonly Pattern[];
  /** Default: the first. */
  readonly args?: readonly ArgumentPosition[];
  /** Must match the receiver's name (`pool` of `this.pool.query`), when it has one. */
  readonly receiver?: RegExp;
  readonly when?: (call: CallView) => boolean;
  /**
   * Report also what is not known to be untrusted: `composed` for a text put together from constants and
   * unknown parts, `any` for whatever is not constant. Absent: only untrusted data.
   */
  readonly unknown?: 'composed' | 'any';
  /** Confidence of those reports. Default: `low`. */
  readonly unknownConfidence?: Confidence;
  readonly severity?: Severity;
  /** Reads the value with everything inside it, such as an object's fields. Default: true. */
  readonly deep?: boolean;
};

/** A call that is wrong whatever the data: a weak algorithm, a switched-off check. */
export type CheckModel = {
  readonly calls?: readonly Pattern[];
  /** Property writes; the written value is the only argument. */
  readonly writes?: readonly Pattern[];
  /** The message when the call is wrong. */
  readonly check: (call: CallView) => CheckResult | string | undefined;
};
export type CheckResult = {
  readonly message: string;
  readonly severity?: Severity;
  readonly confidence?: Confidence;
};

/** A function whose result is safe for some rules. */
export type SanitizerModel = {
  readonly calls: readonly Pattern[];
  readonly when?: (call: CallView) => boolean;
};

/** What one rule looks for in one language. */
export type RuleModel = {
  /** Only sources that name this rule count, such as the names in an archive. Default: false. */
  readonly ownSources?: boolean;
  /** Report also data from the command line and the environment, with low confidence. Default: false. */
  readonly local?: boolean;
  /** What stands in every file where the rule reports something without a source. Default: the rule's own. */
  readonly withoutSource?: RegExp;
  readonly sinks?: readonly SinkModel[];
  readonly checks?: readonly CheckModel[];
  readonly sanitizers?: readonly SanitizerModel[];
};

export type SourceModel = {
  /** Qualified names; reading one, or calling it when it ends in `()`, yields untrusted data. */
  readonly refs: readonly string[];
  readonly label: string;
  /** Default: true. */
  readonly remote?: boolean;
  /** The only rules it matters to. Default: all. */
  readonly only?: readonly string[];
};

/** What a parameter of a function that a framework calls holds. */
export type ParameterModel = { readonly ref: string } | { readonly label: string } | 'harmless' | undefined;

/** A function about to be evaluated on its own, as its framework would call it. */
export type EntryView = {
  readonly code: FunctionCode;
  /** The decorators' qualified names and evaluated arguments. */
  readonly decorators: readonly CallView[];
  /** The call that received it as an argument. */
  readonly passedTo: CallView | undefined;
  /** Names of the base classes of its class. */
  readonly bases: readonly string[];
  /** Decorators of each parameter, as qualified names. */
  readonly parameterDecorators: readonly (readonly CallView[])[];
};

/** What a framework or standard library contributes. */
export type FrameworkModel = {
  readonly language: Language;
  readonly sources?: readonly SourceModel[];
  /** One model per parameter; undefined when the function is none of this framework's. */
  readonly entry?: (entry: EntryView) => readonly ParameterModel[] | undefined;
  /** What models call an instance of a class with these bases; undefined when it is none of this framework's. */
  readonly instance?: (bases: readonly string[]) => string | undefined;
  /** Functions whose result is harmless whatever goes in: numbers, booleans, lengths. */
  readonly harmless?: readonly Pattern[];
  /** Functions that return their argument at a position unchanged in name, such as `util.promisify`. */
  readonly passThrough?: readonly Pattern[];
  /** Types whose values are harmless: numbers, truth values, dates. */
  readonly harmlessTypes?: readonly string[];
  /** Types whose values are texts put together step by step, such as `StringBuilder`. */
  readonly textTypes?: readonly string[];
  /** Calls that store what they read in an argument, such as `json.Unmarshal(data, &value)`. */
  readonly fills?: readonly FillModel[];
  /** Names that stand for another: `fs/promises.readFile` for `fs.readFile`. */
  readonly aliases?: Readonly<Record<string, string>>;
};

export type FillModel = {
  readonly calls: readonly Pattern[];
  /** Where the data comes from; `result` for calls that are sources themselves. */
  readonly from: ArgumentPosition;
  readonly into: number;
  readonly when?: (call: CallView) => boolean;
};

/** A call as models see it. */
export type CallView = {
  /** The callee's qualified name. */
  readonly ref: string | undefined;
  /** The last name of the callee. */
  readonly method: string;
  /** The callee's source text, at most 200 characters from its end. */
  readonly chain: string;
  /** The receiver's last name, such as `pool` of `this.pool.query`. */
  readonly receiverName: string;
  readonly receiver: Value | undefined;
  readonly isNew: boolean;
  readonly tagged: boolean;
  readonly count: number;
  /** An argument by position, keyword, or both (`1:shell`). */
  readonly arg: (position: ArgumentPosition) => Value | undefined;
  /** A property of an options argument, by constant key; nested by dots. */
  readonly option: (position: ArgumentPosition, path: string) => Value | undefined;
  /** Whether an options argument is a record whose keys are all known. */
  readonly isClosed: (position: ArgumentPosition) => boolean;
  /** The items of a list whose items are known. */
  readonly items: (value: Value | undefined) => readonly Value[] | undefined;
  /** The source text of an argument, at most 80 characters. */
  readonly text: (position: ArgumentPosition) => string;
  /** The variable or property the result is assigned to, or the key it stands under; empty when none. */
  readonly assignedTo: string;
  /** The name of the function around the call. */
  readonly within: string;
  /** The keys of the sources in an argument, separated by spaces. */
  readonly sourceKeys: (position: ArgumentPosition) => string;
  /** The source text of a method of an argument's class, or of that of a list's item, when this file has it. */
  readonly methodText: (position: ArgumentPosition, name: string) => string | undefined;
  /** The source text of the call with its arguments; of a decorator with what it decorates. At most 4,000 characters. */
  readonly declaration: string;
  /** The source text of a function of this file, at most 4,000 characters; empty for any other value. */
  readonly codeText: (value: Value | undefined) => string;
  /** Whether the text of the function around the call matches. */
  readonly mentionsWithin: (pattern: RegExp) => boolean;
  /** Whether the file's text matches. */
  readonly mentions: (pattern: RegExp) => boolean;
  /** Whether the file imports a module. */
  readonly imports: (module: string) => boolean;
  /** What a record holds under keys that are not known, such as those of another record spread into it. */
  readonly rest: (value: Value | undefined) => Value | undefined;
  /** Whether a value is made of constants only. */
  readonly isLiteral: (value: Value | undefined) => boolean;
};
