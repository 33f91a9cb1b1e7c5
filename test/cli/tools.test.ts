import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runProgram } from '../../src/cli/program.ts';
import { toolSpecifications } from '../../src/tools/index.ts';
import { startToolScene, type ToolScene } from '../tools/github/github-tools.ts';
import { createRepository, git, temporaryFolder } from './run-cli.ts';

type Run = { readonly exitCode: number; readonly stdout: string; readonly stderr: string };

let scene: ToolScene;
let variables: Record<string, string>;
beforeAll(async () => {
  scene = await startToolScene();
  variables = { GITHUB_TOKEN: scene.github.state.userToken('octo'), GITHUB_API_URL: scene.github.apiUrl };
});
afterAll(async () => {
  await scene.close();
});

const outside = temporaryFolder();

async function devops(
  args: readonly string[],
  {
    environment = variables,
    folder = outside,
  }: { environment?: Record<string, string>; folder?: string } = {},
): Promise<Run> {
  let stdout = '';
  let stderr = '';
  const exitCode = await runProgram(args, {
    write: text => {
      stdout += text;
    },
    note: text => {
      stderr += text;
    },
    progress: () => undefined,
    colour: false,
    folder,
    environment,
  });
  return { exitCode, stdout, stderr };
}

const app = ['--repo', 'octo/app'];

describe('devops tools list and show', () => {
  it('lists every tool in each format', async () => {
    const { stdout } = await devops(['tools', 'list', '--json']);
    const names = toolSpecifications.map(({ name }) => name);
    expect((JSON.parse(stdout) as { name: string }[]).map(({ name }) => name)).toEqual(names);
    for (const format of ['text', 'markdown']) {
      const listed = await devops(['tools', 'list', '--format', format]);
      expect(names.filter(name => !listed.stdout.includes(name))).toEqual([]);
    }
  });

  it('shows one, and guesses a mistyped one', async () => {
    const shown = await devops(['tools', 'show', 'github_create_issue']);
    expect(shown.stdout).toMatch(/risk: write[\s\S]*issues:write[\s\S]*Example: devops tools run/);
    expect(JSON.parse((await devops(['tools', 'show', 'host_metrics', '--json'])).stdout)).toMatchObject({
      risk: 'read',
      parameters: { type: 'object', additionalProperties: false },
    });
    const hosted = await devops(['tools', 'show', 'web_search']);
    expect(hosted.stdout).toMatch(/family: hosted\nrisk: read[\s\S]*Only a model can use it/);
    expect(hosted.stdout).not.toContain('devops tools run');
    expect(await devops(['tools', 'show', 'github_creat_issue'])).toMatchObject({
      exitCode: 64,
      stderr: expect.stringContaining('Did you mean "github_create_issue"?') as string,
    });
  });
});

describe('devops tools run', () => {
  it('prints what a tool reads, as text and as JSON', async () => {
    const args = ['tools', 'run', 'github_read_file', ...app, '--input', '{"path":"README.md"}'];
    expect(await devops(args)).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('text: |\n') as string,
    });
    expect(JSON.parse((await devops([...args, '--format', 'json'])).stdout)).toMatchObject({
      tool: 'github_read_file',
      kind: 'ok',
      value: { text: '# App\n' },
    });
  });

  it('takes the repository from the checkout’s remote, else from GITHUB_REPOSITORY, else from --repo', async () => {
    const folder = createRepository({ 'a.txt': 'a' });
    git(folder, 'remote', 'add', 'origin', 'git@github.com:octo/app.git');
    const args = ['tools', 'run', 'github_get_repository', '--json'];
    const found = { exitCode: 0, stdout: expect.stringContaining('octo/app') as string };
    expect(await devops(args, { folder })).toMatchObject(found);
    expect(
      await devops(args, { environment: { ...variables, GITHUB_REPOSITORY: 'octo/app' } }),
    ).toMatchObject(found);
    expect(await devops(args)).toMatchObject({ exitCode: 3 });
    expect(await devops([...args, '--repo', 'octo'])).toMatchObject({ exitCode: 64 });
  });

  it.each([
    [['nothing'], 64, 'There is no tool "nothing"'],
    [['github_list_isues'], 64, 'Did you mean "github_list_issues"?'],
    [['web_search'], 3, 'can only be used by a model: its provider carries it out'],
    [['file_search', '--input', '{"query":"x"}'], 3, 'Name it among an agent'],
    [['github_list_issues', ...app, '--input', '{'], 64, 'not valid JSON'],
    [['github_list_issues', ...app, '--input', '{"labls":["a"]}'], 64, 'Did you mean "labels"?'],
    [['github_get_issue', ...app], 64, '"number" is required'],
    [['github_get_issue', ...app, '--input', '{"number":99}'], 3, 'GitHub has no such thing (404)'],
    [['github_list_issues', ...app, '--format', 'xml'], 64, '--format must be one of'],
    [['github_delete_branch', ...app, '--input', '{"name":"experiment-2"}'], 3, 'Say --yes to approve it'],
    [['github_delete_branch', ...app, '--input', '{"name":"main"}', '--yes'], 3, 'is the default branch'],
  ])('%j ends with %i', async (args, exitCode, message) => {
    expect(await devops(['tools', 'run', ...args])).toMatchObject({
      exitCode,
      stdout: '',
      stderr: expect.stringContaining(message) as string,
    });
  });

  it('says what it would do in a dry run', async () => {
    const args = ['tools', 'run', 'github_delete_branch', ...app, '--input', '{"name":"experiment-2"}'];
    expect(await devops([...args, '--dry-run'])).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(
        /^Would: Delete the branch experiment-2 .*nothing was changed\)\n$/,
      ) as string,
    });
    expect(scene.repository.git.resolve('refs/heads/experiment-2')).toBeDefined();
  });

  it('does it with --yes, and says so on standard error', async () => {
    const args = [
      'tools',
      'run',
      'github_delete_branch',
      ...app,
      '--input',
      '{"name":"experiment-2"}',
      '--yes',
    ];
    expect(await devops(args)).toMatchObject({
      exitCode: 0,
      stdout: 'deleted: experiment-2\n',
      stderr: expect.stringMatching(
        /tool\.approved .*by=\S+.*\ntool\.ok tool=github_delete_branch/,
      ) as string,
    });
    expect(scene.repository.git.resolve('refs/heads/experiment-2')).toBeUndefined();
  });

  it('sends no secret of its own out, not even in pieces', async () => {
    const token = variables['GITHUB_TOKEN'] ?? '';
    const body = Buffer.from(`${token}x`).toString('base64');
    const input = JSON.stringify({ number: 1, body });
    expect(await devops(['tools', 'run', 'github_comment_on_issue', ...app, '--input', input])).toMatchObject(
      {
        exitCode: 3,
        stderr: expect.stringContaining('holds a secret of this process (GITHUB_TOKEN)') as string,
      },
    );
    expect(scene.repository.commentsOf(1)).toEqual([]);
  });

  it('asks for a token where there is none', async () => {
    const environment = { GITHUB_API_URL: scene.github.apiUrl };
    expect(await devops(['tools', 'run', 'github_get_repository', ...app], { environment })).toMatchObject({
      exitCode: 3,
      stderr: expect.stringContaining('set GITHUB_TOKEN') as string,
    });
  });
});
