import type { FakeRoute } from './route.ts';
import { actionsRoutes } from './routes/actions-routes.ts';
import { appRoutes } from './routes/app-routes.ts';
import { checkRoutes } from './routes/check-routes.ts';
import { commentRoutes } from './routes/comment-routes.ts';
import { commitRoutes } from './routes/commit-routes.ts';
import { contentRoutes } from './routes/content-routes.ts';
import { deploymentRoutes } from './routes/deployment-routes.ts';
import { issueRoutes } from './routes/issue-routes.ts';
import { pullRequestRoutes } from './routes/pull-request-routes.ts';
import { repositoryRoutes } from './routes/repository-routes.ts';
import { reviewRoutes } from './routes/review-routes.ts';
import { securityRoutes } from './routes/security-routes.ts';

/** Every operation the stand-in has. */
export const fakeRoutes: readonly FakeRoute[] = [
  ...actionsRoutes,
  ...appRoutes,
  ...checkRoutes,
  ...commentRoutes,
  ...commitRoutes,
  ...contentRoutes,
  ...deploymentRoutes,
  ...issueRoutes,
  ...pullRequestRoutes,
  ...repositoryRoutes,
  ...reviewRoutes,
  ...securityRoutes,
];
