import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const googleCustomRoleEscalation = defineAttributeRule({
  id: 'google-custom-role-escalation',
  title: 'Custom role with which one becomes somebody else',
  concern: 'least-privilege',
  severity: 'medium',
  fix: 'Leave the permissions out; grant them on single accounts.',
  references: [
    'https://cloud.google.com/iam/docs/best-practices-service-accounts',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/google_project_iam_custom_role',
  ],
  checks: [
    {
      type: 'google_project_iam_custom_role',
      attribute: 'permissions',
      expect: noneOf(
        [
          'iam.serviceAccountKeys.create',
          'iam.serviceAccounts.getAccessToken',
          'iam.serviceAccounts.signBlob',
          'iam.serviceAccounts.signJwt',
          'iam.serviceAccounts.implicitDelegation',
          'iam.serviceAccounts.actAs',
          'iam.serviceAccounts.setIamPolicy',
          'iam.roles.update',
          'resourcemanager.projects.setIamPolicy',
          'resourcemanager.folders.setIamPolicy',
          'resourcemanager.organizations.setIamPolicy',
          'deploymentmanager.deployments.create',
          'cloudfunctions.functions.setIamPolicy',
          'run.services.setIamPolicy',
          'compute.instances.setServiceAccount',
          'orgpolicy.policy.set',
          'serviceusage.apiKeys.create',
        ],
        ['storage.objects.get'],
      ),
    },
    {
      type: 'google_organization_iam_custom_role',
      attribute: 'permissions',
      expect: noneOf(
        [
          'iam.serviceAccountKeys.create',
          'iam.serviceAccounts.getAccessToken',
          'iam.serviceAccounts.signBlob',
          'iam.serviceAccounts.signJwt',
          'iam.serviceAccounts.implicitDelegation',
          'iam.serviceAccounts.actAs',
          'iam.serviceAccounts.setIamPolicy',
          'iam.roles.update',
          'resourcemanager.projects.setIamPolicy',
          'resourcemanager.folders.setIamPolicy',
          'resourcemanager.organizations.setIamPolicy',
          'deploymentmanager.deployments.create',
          'cloudfunctions.functions.setIamPolicy',
          'run.services.setIamPolicy',
          'compute.instances.setServiceAccount',
          'orgpolicy.policy.set',
          'serviceusage.apiKeys.create',
        ],
        ['storage.objects.get'],
      ),
    },
  ],
});
