import { defineSecret } from './define-secret.ts';

export const gitlabAgentToken = defineSecret({
  id: 'gitlab-agent-token',
  provider: 'GitLab',
  kind: 'agent for Kubernetes token',
  formats: ['glagent-{base64url:50}'],
  can: 'connect to the cluster connection as the agent',
  revoke: 'in the project under Operate, Kubernetes clusters',
  references: ['https://docs.gitlab.com/user/clusters/agent/'],
});
