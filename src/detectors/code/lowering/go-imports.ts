import type { Statement } from '../engine/ir.ts';
import type { GoLower } from './go-lower.ts';
import { spanOf, textOf } from './lower.ts';
import type { Scope } from './scope.ts';
import { fieldOf, namedOf, type SyntaxNode } from './syntax-node.ts';

/** Lowers an import declaration: names are bound to import paths without their major version. */
export function goImports(node: SyntaxNode, scope: Scope, lower: GoLower): readonly Statement[] {
  const specs = namedOf(node).flatMap(child =>
    child.type === 'import_spec_list' ? namedOf(child) : [child],
  );
  return specs.flatMap((spec): readonly Statement[] => {
    const path = fieldOf(spec, 'path');
    if (path === undefined) return [];
    const ref = withoutVersion(textOf(lower, path).slice(1, -1));
    const alias = fieldOf(spec, 'name');
    const name = alias === undefined ? packageName(ref) : textOf(lower, alias);
    lower.packages.set(name, ref);
    return [{ kind: 'import', ...spanOf(spec), variable: lower.names.declare(scope, name), ref }];
  });
}

/** `github.com/golang-jwt/jwt/v5` and `gopkg.in/yaml.v3` name one module in many versions (go.dev/ref/mod). */
function withoutVersion(path: string): string {
  return path.replace(/\/v\d+(?=\/|$)/, '').replace(/\.v\d+(?=\/|$)/, '');
}

/** By custom the last element, without what says that it is Go. */
function packageName(path: string): string {
  const last = path.slice(path.lastIndexOf('/') + 1);
  return last.replace(/^go-|[-.]go$/g, '').replace(/-/g, '_');
}
