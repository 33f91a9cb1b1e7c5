import { defineSecret } from './define-secret.ts';

export const openshiftToken = defineSecret({
  id: 'openshift-token',
  provider: 'OpenShift',
  kind: 'user token',
  formats: ['sha256~{base64url:43}'],
  can: 'act as the user in the cluster until it expires',
  revoke: 'with `oc logout`',
  references: [
    'https://docs.redhat.com/en/documentation/openshift_container_platform/4.18/html/authentication_and_authorization/index',
  ],
});
