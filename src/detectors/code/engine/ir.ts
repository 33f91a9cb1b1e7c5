import type { Span } from '../../../contracts/detector.ts';

/** A declared name, or a global one when nothing in the file declares it. */
export type Variable = {
  readonly id: number;
  readonly name: string;
  readonly global: boolean;
};

type Node<K extends string, T = unknown> = Span & { readonly kind: K } & T;

/** A type as models name it, and the variable of the class when the file declares it. */
export type TypeName = { readonly name: string; readonly variable?: Variable };

/** What languages are lowered to; the analysis knows nothing else. */
export type Expression =
  | Node<'constant', { readonly value: string | number | boolean | null }>
  | Node<'regex', { readonly pattern: string; readonly flags: string }>
  | Node<'name', { readonly variable: Variable }>
  | Node<'member', { readonly object: Expression; readonly property: string }>
  | Node<'index', { readonly object: Expression; readonly index: Expression }>
  | Node<
      'slice',
      {
        readonly object: Expression;
        readonly from: Expression | undefined;
        readonly to: Expression | undefined;
      }
    >
  | Node<'call', CallParts>
  | Node<'concat', { readonly parts: readonly Expression[] }>
  | Node<'binary', { readonly operator: string; readonly left: Expression; readonly right: Expression }>
  | Node<'unary', { readonly operator: string; readonly operand: Expression }>
  | Node<
      'logical',
      { readonly operator: 'and' | 'or' | 'coalesce'; readonly left: Expression; readonly right: Expression }
    >
  | Node<
      'conditional',
      { readonly test: Expression; readonly whenTrue: Expression; readonly whenFalse: Expression }
    >
  | Node<'list', { readonly items: readonly Item[] }>
  | Node<'record', { readonly entries: readonly Entry[] }>
  | Node<'function', { readonly function: FunctionCode }>
  | Node<'class', { readonly class: ClassCode }>
  | Node<'assign', { readonly target: Target; readonly operator: string; readonly value: Expression }>
  | Node<
      'each',
      { readonly clauses: readonly EachClause[]; readonly body: Expression; readonly key?: Expression }
    >
  /** A value under a declared type: a conversion, an assertion, a declaration; without a value nothing else is known of it. */
  | Node<'typed', { readonly type: TypeName; readonly value: Expression | undefined }>
  | Node<'many', { readonly expressions: readonly Expression[] }>
  | Node<'opaque', { readonly expressions: readonly Expression[] }>;

export type CallParts = {
  readonly callee: Expression;
  readonly args: readonly Argument[];
  readonly isNew?: boolean;
  /** A tagged template: the tag receives the texts and the values apart. */
  readonly tagged?: boolean;
};
export type Call = Extract<Expression, { kind: 'call' }>;
export type Argument = { readonly value: Expression; readonly name?: string; readonly spread?: boolean };
export type Item = { readonly value: Expression; readonly spread?: boolean };
export type Entry = { readonly key: string | Expression | undefined; readonly value: Expression };
export type EachClause = {
  readonly target: Target;
  readonly iterable: Expression;
  readonly conditions: readonly Expression[];
};

export type Target =
  | Node<'variable', { readonly variable: Variable }>
  | Node<'member', { readonly object: Expression; readonly property: string }>
  | Node<'index', { readonly object: Expression; readonly index: Expression }>
  | Node<'items', { readonly items: readonly (Target | undefined)[]; readonly rest?: Target }>
  | Node<
      'fields',
      {
        readonly fields: readonly { readonly key: string | undefined; readonly target: Target }[];
        readonly rest?: Target;
      }
    >
  | Node<'default', { readonly target: Target; readonly value: Expression }>
  | Node<'ignore'>;

export type Statement =
  | Node<'expression', { readonly expression: Expression }>
  | Node<'import', { readonly variable: Variable; readonly ref: string }>
  | Node<
      'if',
      {
        readonly test: Expression;
        readonly whenTrue: readonly Statement[];
        readonly whenFalse: readonly Statement[];
      }
    >
  | Node<
      'while',
      {
        readonly test: Expression | undefined;
        readonly body: readonly Statement[];
        readonly update?: Expression;
        readonly atLeastOnce?: boolean;
      }
    >
  | Node<
      'for',
      {
        readonly target: Target;
        readonly iterable: Expression;
        readonly body: readonly Statement[];
        readonly keys?: boolean;
      }
    >
  | Node<
      'switch',
      { readonly subject: Expression; readonly cases: readonly Case[]; readonly fallsThrough: boolean }
    >
  | Node<
      'try',
      {
        readonly body: readonly Statement[];
        readonly handlers: readonly (readonly Statement[])[];
        readonly finalizer: readonly Statement[];
      }
    >
  | Node<'return', { readonly value: Expression | undefined }>
  | Node<'throw', { readonly value: Expression | undefined }>
  | Node<'break'>
  | Node<'continue'>
  | Node<'block', { readonly body: readonly Statement[] }>
  | Node<'function', { readonly variable: Variable; readonly function: FunctionCode }>
  | Node<'class', { readonly variable: Variable; readonly class: ClassCode }>;

/** `tests` is undefined for the default case; a test that cannot be compared is `opaque`. */
export type Case = { readonly tests: readonly Expression[] | undefined; readonly body: readonly Statement[] };

export type Parameter = {
  readonly target: Target;
  readonly name: string;
  /** The type annotation as written. */
  readonly annotation: string;
  /** The declared type, in languages where it says what the parameter holds. */
  readonly type?: TypeName;
  readonly defaultValue?: Expression;
  readonly rest?: 'items' | 'fields';
  readonly decorators: readonly Expression[];
};

export type FunctionCode = Span & {
  readonly id: number;
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly body: readonly Statement[];
  readonly decorators: readonly Expression[];
  /** Reachable from other files, so that its parameters may be anything. */
  readonly exported: boolean;
  /** Of a method: the class's own variable for the instance. */
  readonly instance?: Variable;
  /** Only the file's own code can call it. */
  readonly isPrivate?: boolean;
  /** Of a Python or Go method: the first parameter is the instance. */
  readonly bindsFirst?: boolean;
};

export type ClassCode = Span & {
  readonly id: number;
  readonly name: string;
  readonly bases: readonly Expression[];
  readonly instance: Variable;
  /** An enumeration: its values are names that the program writes. */
  readonly isEnumeration?: boolean;
  readonly fields: readonly Statement[];
  readonly methods: ReadonlyMap<string, FunctionCode>;
  readonly decorators: readonly Expression[];
};

/** A lowered file. */
export type Program = {
  readonly language: Language;
  readonly body: readonly Statement[];
  /** Syntax nodes in the file: the unit of the analysis' budget. */
  readonly size: number;
  /** Names of module-level variables that the file exports. */
  readonly exports: ReadonlySet<string>;
};
export type Language = 'javascript' | 'python' | 'go' | 'java';
