import type { Variable } from '../engine/ir.ts';

/** A lexical scope while a file is lowered. `kind` decides where Python and `var` declare. */
export type Scope = {
  readonly kind: 'module' | 'function' | 'class' | 'block';
  readonly parent: Scope | undefined;
  readonly names: Map<string, Variable>;
};

/** Numbers variables, functions and classes of one file, and resolves names. */
export type Names = {
  nextId(): number;
  open(kind: Scope['kind'], parent: Scope | undefined): Scope;
  declare(scope: Scope, name: string): Variable;
  /** An anonymous variable, such as a class's instance. */
  fresh(name: string): Variable;
  resolve(scope: Scope, name: string): Variable;
};

/** Starts with no names. */
export function createNames(): Names {
  let counter = 0;
  const globals = new Map<string, Variable>();
  const nextId = (): number => ++counter;
  const fresh = (name: string): Variable => ({ id: nextId(), name, global: false });
  return {
    nextId,
    fresh,
    open: (kind, parent) => ({ kind, parent, names: new Map() }),
    declare(scope, name) {
      const known = scope.names.get(name);
      if (known !== undefined) return known;
      const variable = fresh(name);
      scope.names.set(name, variable);
      return variable;
    },
    resolve(scope, name) {
      for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) {
        const variable = at.names.get(name);
        if (variable !== undefined) return variable;
      }
      const known = globals.get(name);
      if (known !== undefined) return known;
      const variable: Variable = { id: nextId(), name, global: true };
      globals.set(name, variable);
      return variable;
    },
  };
}
