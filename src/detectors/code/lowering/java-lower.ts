import type { TypeName, Variable } from '../engine/ir.ts';
import type { Lower } from './lower.ts';
import type { Scope } from './scope.ts';

/** The lowering of one Java file, with what it knows of the file's classes. */
export type JavaLower = Lower & {
  readonly module: Scope;
  /** The instance that a field belongs to, by the id of the field's name. */
  readonly fieldOwners: Map<number, Variable>;
  /** The names of a class's methods, by the class's scope. */
  readonly methodNames: Map<Scope, ReadonlySet<string>>;
  /** The declared types of variables, by id: they hold for what is assigned later. */
  readonly types: Map<number, TypeName>;
  /** Names that are assigned to after their declaration: fields of such names are not constant. */
  readonly assigned: Set<string>;
};
