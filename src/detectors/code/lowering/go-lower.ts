import type { Variable } from '../engine/ir.ts';
import type { Lower } from './lower.ts';
import type { Scope } from './scope.ts';

/** The lowering of one Go file, with what it knows of the file's types. */
export type GoLower = Lower & {
  /** Ids of variables that stand for types the file declares. */
  readonly types: Set<number>;
  /** The fields of declared structs, in order, by the type's variable. */
  readonly fieldNames: Map<number, readonly string[]>;
  /** Named results, by the function's scope: what a bare `return` returns. */
  readonly results: Map<Scope, readonly Variable[]>;
  /** Import paths by the name the file uses. */
  readonly packages: Map<string, string>;
};
