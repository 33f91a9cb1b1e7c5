import type { FakeRoute } from './route.ts';
import { actionsRoutes } from './routes/actions-routes.ts';
import { alertRoutes } from './routes/alert-routes.ts';
import { appRoutes } from './routes/app-routes.ts';
import { checkRoutes } from './routes/check-routes.ts';
import { commentRoutes } from './routes/comment-routes.ts';
import { commitRoutes } from './routes/commit-routes.ts';
import { contentRoutes } from './routes/content-routes.ts';
import { deploymentRoutes } from './routes/deployment-routes.ts';
import { gitDataRoutes } from './routes/git-data-routes.ts';
import { issueRoutes } from './routes/issue-routes.ts';
import { managementRoutes } from './routes/management-routes.ts';
import { pullRequestRoutes } from './routes/pull-request-routes.ts';
import { releaseRoutes } from './routes/release-routes.ts';
import { repositoryRoutes } from './routes/repository-routes.ts';
import { reviewRoutes } from './routes/review-routes.ts';
import { securityRoutes } from './routes/security-routes.ts';

/** Every operation the stand-in has. */
export const fakeRoutes: readonly FakeRoute[] = [
  ...actionsRoutes,
  ...alertRoutes,
  ...appRoutes,
  ...checkRoutes,
  ...commentRoutes,
  ...commitRoutes,
  ...contentRoutes,
  ...deploymentRoutes,
  ...gitDataRoutes,
  ...issueRoutes,
  ...managementRoutes,
  ...pullRequestRoutes,
  ...releaseRoutes,
  ...repositoryRoutes,
  ...reviewRoutes,
  ...securityRoutes,
];
