import type { ChangeSoFar, DeploymentFacts, GateVerdict, ProtectionFacts } from '../../contracts/gate.ts';
import type { Gate } from './gate.ts';
import { namesOf } from './membership.ts';
import { matchesAny } from './ref-pattern.ts';
import { off, pass, refuse, unread, unreadable, wait } from './verdict.ts';
import { votesFor } from './votes.ts';

const minuteMs = 60_000;

/**
 * The protection rules of the GitHub environment: GitHub applies them to jobs only, not to deployments made through
 * its API, so they are applied here.
 */
export const protectionGate: Gate = (facts, { environment }) => {
  const { request, change, protection } = facts;
  if (!environment.gates.protectionRules) return off('Protection rules of GitHub are not honoured here.');
  if (request.trigger === 'rule') return off('GitHub applies its own rules to the job.');
  if (request.operation === 'rollback') return off('A rollback does not ask for it.');
  if (protection === undefined || change === undefined) return unread;
  if (protection.kind === 'unreadable') return unreadable('protection-rules', protection.reason);
  const rules = protection.value;
  if (!rules.exists) return pass('GitHub has no rules for this environment.');
  return branchVerdict(rules, change) ?? timerVerdict(rules, facts) ?? reviewersVerdict(rules, facts);
};

function branchVerdict(rules: ProtectionFacts, change: ChangeSoFar): GateVerdict | undefined {
  if (rules.branches === null) return undefined;
  const { pullRequest, onBranch } = change;
  const branch = pullRequest === null ? onBranch : pullRequest.headRef;
  const allowed =
    branch !== null &&
    pullRequest?.fork !== true &&
    (rules.branches === 'protected' ? rules.branchProtected : matchesAny(rules.branches, branch));
  if (allowed) return undefined;
  return refuse(
    'environment-branch',
    'The environment on GitHub does not admit this branch.',
    rules.branches === 'protected'
      ? 'Deploy a protected branch, or change "Deployment branches" in the settings of the environment.'
      : 'Change "Deployment branches" in the settings of the environment.',
  );
}

function timerVerdict(rules: ProtectionFacts, { request }: DeploymentFacts): GateVerdict | undefined {
  const end = new Date(new Date(request.askedAt).getTime() + rules.waitMinutes * minuteMs);
  if (new Date(request.now) >= end) return undefined;
  return wait('wait-timer', `The environment asks for ${rules.waitMinutes} minutes of waiting.`, {
    next: 'The deployment goes on by itself.',
    until: end.toISOString(),
  });
}

function reviewersVerdict(rules: ProtectionFacts, facts: DeploymentFacts): GateVerdict {
  if (rules.reviewers === null) return pass('The rules of GitHub are met.');
  const requester = rules.reviewers.preventSelfReview ? facts.actor?.login : undefined;
  const votes = votesFor('protection', facts.stored?.approvals ?? [], requester);
  const [vote] = votes;
  if (vote !== undefined) return pass(`Approved by \`${vote.by}\`.`);
  const { users, teams } = rules.reviewers;
  return {
    verdict: 'needs-approval',
    code: 'environment-reviewers',
    message: `The environment on GitHub asks for the approval of ${namesOf({ users, teams })}.`,
    next: `One of them comments \`/devops approve ${facts.request.runId}\`.`,
    // A rule that names nobody (they left) is not a rule that anybody may answer.
    approvers: { role: users.length + teams.length === 0 ? 'admin' : 'read', users, teams },
    count: 1,
  };
}
