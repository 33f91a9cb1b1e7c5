import { nodeId } from '../representations/account.ts';
import { repositoryHtmlUrl, repositoryOf, repositoryUrl } from '../representations/repository.ts';
import { type FakeRoute, HttpRefusal, type RouteContext } from '../route.ts';

/** Trees, commits and references as they are made. */
export const gitDataRoutes: readonly FakeRoute[] = [
  {
    operation: 'POST /repos/{owner}/{repo}/git/trees',
    permissions: ['contents:write'],
    handle: context => {
      const { git } = context.repository();
      const { tree, base_tree: base } = context.body;
      const sha = git.writeTree(base, tree);
      const url = `${repositoryUrl(context.state, context.repository())}/git/trees/${sha}`;
      const entries = git
        .tree(sha)
        .map(({ path, mode, type, sha: object }) => ({ path, mode, type, sha: object }));
      return { status: 201, json: { sha, url, truncated: false, tree: entries } };
    },
  },
  {
    operation: 'POST /repos/{owner}/{repo}/git/commits',
    permissions: ['contents:write'],
    handle: context => {
      const repository = context.repository();
      const { message, tree, parents = [] } = context.body;
      const sha = repository.git.writeCommit(tree, parents, message);
      const base = `${repositoryUrl(context.state, repository)}/git`;
      const person = { name: 'GitHub', email: 'noreply@github.com', date: new Date().toISOString() };
      return {
        status: 201,
        json: {
          sha,
          node_id: nodeId('C', repository.id),
          url: `${base}/commits/${sha}`,
          html_url: `${repositoryHtmlUrl(context.state, repository)}/commit/${sha}`,
          author: person,
          committer: person,
          message,
          tree: { sha: tree, url: `${base}/trees/${tree}` },
          parents: (parents as readonly string[]).map(parent => ({
            sha: parent,
            url: `${base}/commits/${parent}`,
            html_url: `${repositoryHtmlUrl(context.state, repository)}/commit/${parent}`,
          })),
          verification: {
            verified: false,
            reason: 'unsigned',
            signature: null,
            payload: null,
            verified_at: null,
          },
        },
      };
    },
  },
  {
    operation: 'POST /repos/{owner}/{repo}/git/refs',
    permissions: ['contents:write'],
    handle: context => {
      const { git } = context.repository();
      const { ref, sha } = context.body;
      if (!/^refs\/(heads|tags)\/./.test(ref)) throw new HttpRefusal(422, 'Reference name is not valid');
      if (git.resolve(ref) !== undefined) throw new HttpRefusal(422, 'Reference already exists');
      if (git.typeOf(sha) !== 'commit') throw new HttpRefusal(422, 'Object does not exist');
      git.run(['update-ref', ref, sha]);
      return { status: 201, json: refOf(context, ref, sha) };
    },
  },
  {
    operation: 'DELETE /repos/{owner}/{repo}/git/refs/{ref}',
    permissions: ['contents:write'],
    handle: context => {
      const { git } = context.repository();
      const ref = `refs/${context.params['ref']}`;
      if (git.resolve(ref) === undefined) throw new HttpRefusal(422, 'Reference does not exist');
      git.run(['update-ref', '-d', ref]);
      return { status: 204 };
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/git/matching-refs/{ref}',
    permissions: ['contents:read'],
    handle: context => {
      const { git } = context.repository();
      const prefix = `refs/${context.params['ref']}`;
      const lines = git.text(['for-each-ref', '--format=%(refname) %(objectname)']).split('\n');
      const refs = lines.map(line => line.split(' ')).filter(([name = '']) => name.startsWith(prefix));
      return { list: refs.map(([name = '', sha = '']) => refOf(context, name, sha)) };
    },
  },
  {
    operation: 'GET /search/code',
    permissions: ['contents:read'],
    handle: context => {
      const query = context.query.get('q') ?? '';
      const { text = '', repo = '' } = /^"(?<text>[^"]*)" repo:(?<repo>\S+)/.exec(query)?.groups ?? {};
      const found = [...context.state.repositories.values()]
        .filter(repository => repository.fullName === repo)
        .flatMap(repository =>
          repository.git
            .tree(repository.defaultBranch, { recursive: true })
            .filter(({ type, sha }) => type === 'blob' && repository.git.blob(sha).toString().includes(text))
            .map(({ path, sha }) => matchOf(context, repository, { path, sha, text })),
        );
      return { status: 200, json: { total_count: found.length, incomplete_results: false, items: found } };
    },
  },
];

function refOf(context: RouteContext, ref: string, sha: string): object {
  const base = `${repositoryUrl(context.state, context.repository())}/git`;
  return {
    ref,
    node_id: `REF_${sha}`,
    url: `${base}/${ref}`,
    object: { type: 'commit', sha, url: `${base}/commits/${sha}` },
  };
}

function matchOf(
  context: RouteContext,
  repository: ReturnType<RouteContext['repository']>,
  { path, sha, text }: { readonly path: string; readonly sha: string; readonly text: string },
): object {
  const url = `${repositoryUrl(context.state, repository)}/contents/${path}`;
  return {
    name: path.split('/').at(-1),
    path,
    sha,
    url,
    git_url: `${repositoryUrl(context.state, repository)}/git/blobs/${sha}`,
    html_url: `${repositoryHtmlUrl(context.state, repository)}/blob/main/${path}`,
    repository: repositoryOf(context.state, repository),
    score: 1,
    text_matches: [
      { object_url: url, object_type: 'FileContent', property: 'content', fragment: text, matches: [] },
    ],
  };
}
