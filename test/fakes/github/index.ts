export type { FakeGitHub } from './fake-github.ts';
export type { FakePullRequest } from './fake-records.ts';
export type { FakeRepository } from './fake-repository.ts';
export { fakeRoutes } from './fake-routes.ts';
export { startFakeGitHub } from './server.ts';
export * from './webhooks.ts';
