import { z } from 'zod';

/** The repository a call concerns. */
export const repository = z
  .string()
  .regex(/^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})\/[A-Za-z0-9._-]{1,100}$/, 'must be of the form owner/name')
  .refine(value => !/\/\.{1,2}$/.test(value), 'must name a repository')
  .optional()
  .describe('owner/name; default: the repository of the run or the checkout');

/** How many elements a list gives at most. */
export const limit = z.int().min(1).max(500).default(50).describe('most elements to return');

/** The number of an issue or pull request. */
export const number = z.int().min(1).max(2_000_000_000);

/** An id that GitHub gave. */
export const id = z.int().min(1).max(Number.MAX_SAFE_INTEGER);

/**
 * A branch, tag or commit as `git check-ref-format` allows it, without what a shell, an option parser or GitHub's
 * own syntaxes (`..`, `^`, `~`, `:`, `@{`) would read as something else.
 */
export const ref = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[A-Za-z0-9_][A-Za-z0-9._/+#@=-]*$/, 'must be the name of a branch or tag, or a commit SHA')
  .refine(isRef, 'is not a name that git allows');

function isRef(value: string): boolean {
  const isBad = value.includes('..') || value.includes('//') || value.includes('@{') || /[./]$/.test(value);
  return !isBad && value.split('/').every(part => !part.startsWith('.') && !part.endsWith('.lock'));
}

/** A branch as such: never a SHA in disguise or `refs/…`. */
export const branch = ref.refine(value => !value.startsWith('refs/'), 'must be the name of a branch');

/** A whole commit SHA. */
export const sha = z.string().regex(/^[0-9a-f]{40}$/, 'must be a whole commit SHA of 40 hexadecimal digits');

/** The name of a repository alone. */
export const repositoryName = z
  .string()
  .regex(/^[A-Za-z0-9._-]{1,100}$/)
  .refine(value => !/^\.{1,2}$/.test(value), 'must name a repository');

/** A workflow by its file name, such as ci.yml, or its id. */
export const workflow = z
  .string()
  .regex(/^(?:[A-Za-z0-9._-]{1,100}\.ya?ml|\d{1,15})$/, 'must be the file name of a workflow such as ci.yml')
  .describe('file name such as ci.yml');

/** A deployment environment. */
export const environment = z.string().min(1).max(255);

/** A file or folder of a repository: no absolute path, no `..`, no control characters. */
export const path = z
  .string()
  .max(1_000)
  .refine(isPath, 'must be a path inside the repository, such as src/index.ts');

function isPath(value: string): boolean {
  // oxlint-disable-next-line no-control-regex -- control characters are what is refused.
  if (/[\u0000-\u001f\u007f\\?#]/.test(value) || value.startsWith('/')) return false;
  return value === '' || value.split('/').every(part => part !== '' && part !== '.' && part !== '..');
}

/** Text that goes into an issue, a comment or a description; GitHub takes 65,536 characters. */
export const body = z.string().max(65_000);

export const title = z.string().min(1).max(256);

/** A person or bot. */
export const login = z
  .string()
  .max(60)
  .regex(/^[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?(?:\[bot\])?$/, 'must be a login such as octocat');

export const labels = z.array(z.string().min(1).max(50)).min(1).max(20);
