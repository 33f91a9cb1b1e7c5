/** What a `uses:` points at (docs.github.com, "Workflow syntax", `jobs.<job_id>.steps[*].uses`). */
export type ActionReference =
  | {
      readonly kind: 'repository';
      /** `owner/name` in lower case. */
      readonly repository: string;
      /** Folder or workflow file below the repository, in lower case without leading slash; often empty. */
      readonly path: string;
      readonly ref: string;
    }
  | { readonly kind: 'docker'; readonly image: string }
  /** `./path`, below the workspace. */
  | { readonly kind: 'local'; readonly path: string }
  /** `$/path`, in the workflow's own repository at the workflow's own commit. */
  | { readonly kind: 'self'; readonly path: string };

/** Reads a `uses:` value; undefined when it has none of the documented forms. */
export function parseActionReference(text: string): ActionReference | undefined {
  const uses = text.trim();
  if (uses.startsWith('docker://')) return { kind: 'docker', image: uses.slice('docker://'.length) };
  if (uses.startsWith('./')) return { kind: 'local', path: uses };
  if (uses.startsWith('$/')) return { kind: 'self', path: uses };
  const at = uses.lastIndexOf('@');
  const [owner, name, ...path] = (at === -1 ? uses : uses.slice(0, at)).split('/');
  if (!owner || !name || owner.includes('${{')) return undefined;
  return {
    kind: 'repository',
    repository: `${owner}/${name}`.toLowerCase(),
    path: path.filter(Boolean).join('/').toLowerCase(),
    ref: at === -1 ? '' : uses.slice(at + 1),
  };
}

/** Whether a ref is a full commit hash (SHA-1 or SHA-256), the only kind nobody can move. */
export function isCommitHash(ref: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(ref);
}

/** `owner/name` or `owner/name/path` of a repository reference in lower case; undefined for other kinds. */
export function actionNameOf(reference: ActionReference | undefined): string | undefined {
  if (reference?.kind !== 'repository') return undefined;
  return reference.path === '' ? reference.repository : `${reference.repository}/${reference.path}`;
}
