export { actorPermission } from './actor-permission.ts';
export { approvableNeeds } from './approvable-needs.ts';
export { decideDeployment } from './deployment/decide-deployment.ts';
export { needsOnlyLock } from './deployment/needs-only-lock.ts';
export { triggeredEnvironments } from './deployment/triggered-environments.ts';
export { impactKinds, impactOf } from './deployment-impact.ts';
export { mayDeploy } from './may-deploy.ts';
export { modelUse } from './model-use.ts';
export { reviewEligible } from './review-eligible.ts';
