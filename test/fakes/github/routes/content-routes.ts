import type { Buffer } from 'node:buffer';
import { posix } from 'node:path';
import type { FakeRepository } from '../fake-repository.ts';
import type { TreeEntry } from '../git-repository.ts';
import { repositoryHtmlUrl, repositoryUrl } from '../representations/repository.ts';
import { type FakeRoute, HttpRefusal, notFound, type RouteContext } from '../route.ts';

/** Up to here the contents API gives the text inline; up to the second only raw; beyond, not at all. Bytes. */
const maxInlineBytes = 1_000_000;
const maxRawBytes = 100_000_000;
/** A folder shows at most this many entries. */
const maxEntries = 1000;

/** Files, folders and git objects. */
export const contentRoutes: readonly FakeRoute[] = [
  {
    operation: 'GET /repos/{owner}/{repo}/contents/{path}',
    permissions: ['contents:read'],
    handle: context => {
      const repository = context.repository();
      const ref = context.query.get('ref') ?? repository.defaultBranch;
      const commit = repository.git.commitOf(ref);
      if (commit === undefined) throw new HttpRefusal(404, `No commit found for the ref ${ref}`);
      const path = (context.params['path'] ?? '').replace(/\/$/, '');
      const at = { context, repository, commit, ref };
      const entry = path === '' ? rootOf(at) : entryAt(at, path);
      return contentAnswer(at, entry);
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/git/blobs/{file_sha}',
    permissions: ['contents:read'],
    handle: context => {
      const repository = context.repository();
      const sha = context.params['file_sha'] ?? '';
      if (repository.git.typeOf(sha) !== 'blob') throw notFound();
      const content = repository.git.blob(sha);
      if (content.length > maxRawBytes) throw tooLarge();
      if (context.accept.includes('raw')) return { status: 200, raw: content };
      return {
        status: 200,
        json: {
          sha,
          node_id: `B_${sha}`,
          size: content.length,
          url: `${repositoryUrl(context.state, repository)}/git/blobs/${sha}`,
          encoding: 'base64',
          content: base64Lines(content),
        },
      };
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/git/trees/{tree_sha}',
    permissions: ['contents:read'],
    handle: context => {
      const repository = context.repository();
      const { git } = repository;
      const sha = git.resolve(`${context.params['tree_sha']}^{tree}`);
      if (sha === undefined) throw notFound();
      const base = `${repositoryUrl(context.state, repository)}/git`;
      // Any value, "false" and "0" too, means recursive.
      const tree = git.tree(sha, { recursive: context.query.has('recursive') });
      return {
        status: 200,
        json: {
          sha,
          url: `${base}/trees/${sha}`,
          truncated: false,
          tree: tree.map(({ path, mode, type, sha: object, size }) => ({
            path,
            mode,
            type,
            sha: object,
            ...(size === undefined ? {} : { size }),
            // A submodule's commit is in another repository.
            ...(type === 'commit' ? {} : { url: `${base}/${type}s/${object}` }),
          })),
        },
      };
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/git/ref/{ref}',
    permissions: ['contents:read'],
    handle: context => {
      const repository = context.repository();
      const ref = `refs/${context.params['ref']}`;
      const sha = repository.git.resolve(ref);
      if (sha === undefined) throw notFound();
      const base = `${repositoryUrl(context.state, repository)}/git`;
      const type = repository.git.typeOf(sha) ?? 'commit';
      return {
        status: 200,
        json: {
          ref,
          node_id: `REF_${sha}`,
          url: `${base}/${ref}`,
          object: { type, sha, url: `${base}/${type}s/${sha}` },
        },
      };
    },
  },
];

type At = {
  readonly context: RouteContext;
  readonly repository: FakeRepository;
  readonly commit: string;
  readonly ref: string;
};

function rootOf({ repository, commit }: At): TreeEntry {
  const sha = repository.git.resolve(`${commit}^{tree}`) ?? '';
  return { mode: '040000', type: 'tree', sha, size: undefined, path: '' };
}

function entryAt({ repository, commit }: At, path: string): TreeEntry {
  const parent = repository.git.resolve(`${commit}:${path.includes('/') ? posix.dirname(path) : ''}`);
  const siblings = parent === undefined ? [] : repository.git.tree(parent);
  const found = siblings.find(entry => entry.path === posix.basename(path));
  if (found === undefined) throw notFound();
  return { ...found, path };
}

function contentAnswer(at: At, entry: TreeEntry) {
  const { context, repository } = at;
  if (entry.type === 'tree') return folderAnswer(at, entry);
  if (entry.type === 'commit') {
    const url = submoduleUrl(at, entry.path);
    const json = { ...common(at, entry), type: 'submodule', submodule_git_url: url };
    return { status: 200, json };
  }
  const content = repository.git.blob(entry.sha);
  if (entry.mode === '120000') {
    const target = content.toString('utf8');
    const file = linkedFile(at, entry.path, target);
    // As documented: a link to a file of the repository is answered with that file's content.
    if (file !== undefined) return fileAnswer(at, { ...file, path: entry.path });
    return { status: 200, json: { ...common(at, entry), type: 'symlink', target } };
  }
  if (context.accept.includes('raw')) {
    if (content.length > maxRawBytes) throw tooLarge();
    return { status: 200, raw: content };
  }
  return fileAnswer(at, entry);
}

/** From `.gitmodules`. */
function submoduleUrl({ repository: { git }, commit }: At, path: string): string | null {
  const blob = git.resolve(`${commit}:.gitmodules`);
  if (blob === undefined) return null;
  const sections = git.blob(blob).toString('utf8').split('[submodule');
  const valueOf = (section: string, key: string): string | undefined =>
    new RegExp(`^\\s*${key}\\s*=\\s*(?<value>.+?)\\s*$`, 'm').exec(section)?.groups?.['value'];
  const section = sections.find(candidate => valueOf(candidate, 'path') === path);
  return valueOf(section ?? '', 'url') ?? null;
}

function linkedFile(at: At, path: string, target: string): TreeEntry | undefined {
  const resolved = posix.normalize(posix.join(posix.dirname(path), target));
  try {
    const entry = entryAt(at, resolved);
    return entry.type === 'blob' && entry.mode !== '120000' ? entry : undefined;
  } catch {
    return undefined;
  }
}

function fileAnswer(at: At, entry: TreeEntry) {
  const content = at.repository.git.blob(entry.sha);
  if (at.context.accept.includes('raw')) return { status: 200, raw: content };
  if (content.length > maxRawBytes) throw tooLarge();
  const inline = content.length <= maxInlineBytes;
  return {
    status: 200,
    json: {
      ...common(at, entry),
      type: 'file',
      encoding: inline ? 'base64' : 'none',
      content: inline ? base64Lines(content) : '',
    },
  };
}

function folderAnswer(at: At, folder: TreeEntry) {
  const entries = at.repository.git
    .tree(folder.sha)
    .slice(0, maxEntries)
    .map(entry => ({ ...entry, path: posix.join(folder.path, entry.path) }))
    .map(entry => ({ ...common(at, entry), type: listedType(entry) }));
  if (at.context.accept.includes('object'))
    return { status: 200, json: { ...common(at, folder), type: 'dir', entries } };
  return { status: 200, json: entries };
}

/** For compatibility GitHub lists a submodule as a file. */
function listedType({ type, mode }: TreeEntry): string {
  if (type === 'tree') return 'dir';
  return mode === '120000' ? 'symlink' : 'file';
}

function common({ context, repository, ref }: At, { path, sha, size, type }: TreeEntry): object {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  const url = `${repositoryUrl(context.state, repository)}/contents/${encoded}?ref=${encodeURIComponent(ref)}`;
  const gitUrl =
    type === 'commit'
      ? null
      : `${repositoryUrl(context.state, repository)}/git/${type === 'tree' ? 'trees' : 'blobs'}/${sha}`;
  const html = `${repositoryHtmlUrl(context.state, repository)}/${type === 'tree' ? 'tree' : 'blob'}/${ref}/${encoded}`;
  return {
    name: posix.basename(path),
    path,
    sha,
    size: size ?? 0,
    url,
    html_url: html,
    git_url: gitUrl,
    download_url:
      type === 'blob' ? `${repositoryHtmlUrl(context.state, repository)}/raw/${ref}/${encoded}` : null,
    _links: { self: url, git: gitUrl, html },
  };
}

/** GitHub breaks base64 every 60 characters. */
function base64Lines(content: Buffer): string {
  return content.toString('base64').replace(/.{1,60}/g, '$&\n');
}

function tooLarge(): HttpRefusal {
  return new HttpRefusal(403, 'This API returns blobs up to 100 MB in size.');
}
