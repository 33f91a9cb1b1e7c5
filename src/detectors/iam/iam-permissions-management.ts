import { catalogue } from './catalogue/catalogue.ts';
import { defineIamRule } from './define-iam-rule.ts';
import { isIdentityAllow, isWideResource } from './policy/policy.ts';

export const iamPermissionsManagement = defineIamRule({
  id: 'iam-permissions-management',
  title: 'Actions that change who has access',
  severity: 'medium',
  confidence: 'medium',
  cwe: ['CWE-269', 'CWE-732'],
  what: 'Reports allowed actions that AWS classes as permissions management: resource policies, ACLs, grants, shares.',
  why: 'With one call the identity opens the resource to another account or to everybody, without touching IAM.',
  fix: 'Leave changes of policies and ACLs to the deployment role, and deny them to workloads.',
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_understand-policy-summary-access-level-summaries.html',
  ],
  check: policy =>
    policy.statements.filter(isIdentityAllow).flatMap(({ actions, resources }) => {
      const wide = resources.some(({ text }) => isWideResource(text));
      return actions.flatMap(({ text, start, end }) => {
        // Whole services are reported as such.
        if (/^[^:]*:?\*+$/.test(text)) return [];
        const changing = catalogue
          .actions(text)
          .filter(
            action => action.level === 'permissions' || permissionsByNature.has(action.name.toLowerCase()),
          );
        const [first] = changing;
        if (first === undefined) return [];
        const severity = wide ? 'medium' : 'low';
        return [
          { start, end, severity, message: `${first.name} changes who has access to a resource.` } as const,
        ];
      });
    }),
  bad: [
    { Effect: 'Allow', Action: 's3:PutBucketPolicy', Resource: 'arn:aws:s3:::reports' },
    { Effect: 'Allow', Action: 'lambda:AddPermission', Resource: '*' },
  ],
  good: [{ Effect: 'Allow', Action: 's3:GetBucketPolicy', Resource: 'arn:aws:s3:::reports' }],
});

/** Classed as `Write` in the reference although they hand out access. */
const permissionsByNature: ReadonlySet<string> = new Set([
  'redshift:getclustercredentials',
  'redshift:getclustercredentialswithiam',
  'ecr:getauthorizationtoken',
  'ram:createresourceshare',
  'ram:associateresourceshare',
  'lambda:addpermission',
  'lambda:addlayerversionpermission',
  'kms:creategrant',
  'kms:putkeypolicy',
  's3:putbucketacl',
  's3:putobjectacl',
  'ec2:modifyimageattribute',
  'ec2:modifysnapshotattribute',
  'ec2:createnetworkinterfacepermission',
  'rds:modifydbsnapshotattribute',
  'rds:modifydbclustersnapshotattribute',
  'rds:authorizedbsecuritygroupingress',
]);
