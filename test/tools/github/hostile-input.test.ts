import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { githubTools } from '../../../src/tools/github/index.ts';
import { call, context } from '../tool-ports.ts';
import { startToolScene, type ToolScene } from './github-tools.ts';

let scene: ToolScene;
beforeAll(async () => {
  scene = await startToolScene();
});
afterAll(async () => {
  await scene.close();
});

const paths = [
  '../secrets',
  'src/../../other',
  '/etc/passwd',
  'a//b',
  './x',
  'a/..',
  'src\\..\\x',
  'x?ref=main',
  'x#y',
  'a\u0000b',
  'a\nb',
];
const refs = [
  '--upload-pack=touch x',
  '-x',
  'main..other',
  'main^',
  'main~1',
  'main:README.md',
  'a b',
  'main@{1}',
  '../heads/main',
  'refs/heads/../tags/x',
  '/main',
  'main/',
  'a//b',
  'x.lock',
  'main\n',
  '$(id)',
  '`id`',
  'a;b',
];
const repositories = [
  'octo/../app',
  'octo/app/contents',
  'octo',
  'octo/..',
  '../app',
  'octo/app?x=1',
  'oc to/app',
  'octo/app\n',
];

describe('hostile parameters', () => {
  it.each([
    ['github_read_file', 'path', paths],
    ['github_list_commits', 'path', paths],
    ['github_list_commits', 'ref', refs],
    ['github_list_checks', 'ref', refs],
    ['github_compare_commits', 'base', refs],
    ['github_create_branch', 'name', [...refs, 'refs/heads/x']],
    ['github_get_repository', 'repository', repositories],
    [
      'github_search_code',
      'text',
      ['x repo:octo/other', 'x org:octo', 'user:a', 'a OR b', 'NOT x', 'REPO : octo/other'],
    ],
    ['github_dispatch_workflow', 'workflow', ['../x.yml', 'a/b.yml', 'ci', '']],
  ])('of %s, %s, are refused without a request', async (name, parameter, values) => {
    const tool = scene.tool(name);
    const before = scene.github.requests.length;
    for (const value of values) {
      const input = { ...tool.example, [parameter]: value };
      expect({ value, result: await call(tool, input) }).toMatchObject({
        value,
        result: { kind: 'refused', code: 'invalid-input' },
      });
    }
    expect(scene.github.requests.slice(before)).toEqual([]);
  });

  it('cannot change workflows, this product’s configuration, owners or git’s own files', async () => {
    const guarded = [
      '.github/workflows/ci.yml',
      '.GitHub/Workflows/x.yml',
      '.github/actions/x/action.yml',
      '.github/devops.yml',
      '.github/devops/agents/x.md',
      'CODEOWNERS',
      'docs/CODEOWNERS',
      '.git/config',
      'sub/.git/hooks/x',
      '.gitmodules',
    ];
    for (const path of guarded) {
      const input = {
        title: 'x',
        files: [
          { path: 'ok.md', content: '' },
          { path, content: 'x' },
        ],
      };
      const result = await call(scene.tool('github_propose_change'), input);
      expect({ path, result }).toMatchObject({ path, result: { code: 'protected-path' } });
    }
  });
});

describe('a run of the App', () => {
  const confined = { ...context, entry: 'app' as const };

  it.each(githubTools.filter(tool => 'repository' in tool.parameters.shape).map(({ name }) => name))(
    '%s reaches no other repository',
    async name => {
      const tool = scene.tool(name);
      const before = scene.github.requests.length;
      const input = {
        ...tool.example,
        repository: 'octo/other',
        ...(name === 'github_delete_repository' && { confirm: 'octo/other' }),
      };
      expect(await call(tool, input, { context: confined })).toMatchObject({
        kind: 'refused',
        code: 'other-repository',
      });
      expect(scene.github.requests.slice(before)).toEqual([]);
    },
  );

  it('names its own repository in any case', async () => {
    const input = { repository: 'OCTO/App' };
    expect(await call(scene.tool('github_get_repository'), input, { context: confined })).toMatchObject({
      kind: 'ok',
    });
  });
});
