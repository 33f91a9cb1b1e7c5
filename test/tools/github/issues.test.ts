import { afterAll, beforeAll, expect, it } from 'vitest';
import { call } from '../tool-ports.ts';
import { startToolScene, type ToolScene } from './github-tools.ts';

let scene: ToolScene;
beforeAll(async () => {
  scene = await startToolScene();
});
afterAll(async () => {
  scene.github.assertValid();
  await scene.close();
});

it('gets a repository and lists its issues', async () => {
  expect(await call(scene.tool('github_get_repository'), {})).toMatchObject({
    kind: 'ok',
    value: { repository: 'octo/app', defaultBranch: 'main' },
  });
  expect(await call(scene.tool('github_list_issues'), { state: 'all' })).toEqual({
    kind: 'ok',
    value: { issues: [] },
  });
});

it('says what is wrong with parameters', async () => {
  expect(await call(scene.tool('github_list_issues'), '{"state":"opne","lable":1}')).toEqual({
    kind: 'refused',
    code: 'invalid-input',
    message: expect.stringContaining(
      '"state" must be one of open, closed, all, not "opne". Did you mean "open"?',
    ) as string,
  });
});
