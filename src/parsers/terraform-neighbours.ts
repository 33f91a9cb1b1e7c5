import type { TerraformNeighbour } from './terraform.ts';

/** A `module` block's path within the repository. */
const localSource = /\bsource\s*=\s*"(?<path>\.{1,2}\/[^"\n]{0,200})"/g;

/** Whether a path is one that Terraform reads. */
export function isTerraformPath(path: string): boolean {
  return /\.(?:tf|tfvars)$/i.test(path);
}

/** What other files are to a Terraform file: those of its module, its values, and those that call the module. */
export function terraformNeighbours(
  path: string,
  beside: readonly { readonly path: string; readonly text: string }[],
): readonly TerraformNeighbour[] {
  const folder = folderOf(path);
  return beside.flatMap((other): TerraformNeighbour[] => {
    const { text } = other;
    const isSame = folderOf(other.path) === folder;
    if (/\.tfvars$/i.test(other.path))
      return isSame && isLoaded(other.path) ? [{ kind: 'values', text }] : [];
    if (!/\.tf$/i.test(other.path)) return [];
    if (isSame) return [{ kind: 'module', text }];
    const calls = (source: string): boolean => join(folderOf(other.path), source) === folder;
    return modulesCalledIn(text).some(calls) ? [{ kind: 'caller', text, calls }] : [];
  });
}

/** The paths that `module` blocks of a text lead to, as written. */
export function modulesCalledIn(text: string): readonly string[] {
  return [...text.matchAll(localSource)].map(({ groups }) => groups?.['path'] ?? '');
}

/** The folder that a local `source` of a file leads to. */
export function moduleFolder(path: string, source: string): string {
  return join(folderOf(path), source);
}

/** Values of other names are chosen on the command line: which ones is not known. */
function isLoaded(path: string): boolean {
  return /(?:^|\/)terraform\.tfvars$|\.auto\.tfvars$/i.test(path);
}

/** Without a trailing slash; empty for the root. */
export function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

function join(folder: string, source: string): string {
  const parts: string[] = folder === '' ? [] : folder.split('/');
  for (const part of source.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
