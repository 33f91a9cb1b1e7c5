import { defineSecret } from './define-secret.ts';

export const gitlabScimToken = defineSecret({
  id: 'gitlab-scim-token',
  provider: 'GitLab',
  kind: 'SCIM token',
  formats: ['glsoat-{base64url:20}'],
  can: 'create, change and remove the members of the group',
  revoke: 'in the group under Settings, SAML SSO',
  references: ['https://docs.gitlab.com/user/group/saml_sso/scim_setup/'],
});
