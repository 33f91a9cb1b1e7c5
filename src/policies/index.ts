export { actorPermission } from './actor-permission.ts';
export { modelUse } from './model-use.ts';
export { reviewEligible } from './review-eligible.ts';
