import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf, notTrue } from './model/expectation.ts';

export const helmClusterAdmin = defineAttributeRule({
  id: 'helm-cluster-admin',
  title: 'Chart values that grant the whole cluster',
  concern: 'least-privilege',
  severity: 'high',
  fix: 'Grant the rights that the chart needs.',
  references: ['https://helm.sh/docs/chart_template_guide/values_files/'],
  checks: [
    { type: 'helm/values', attribute: 'clusterAdminRole', expect: notTrue },
    { type: 'helm/values', attribute: 'clusterAdmin', expect: notTrue },
    { type: 'helm/values', attribute: 'cluster-admin', expect: notTrue },
    { type: 'helm/values', attribute: 'clusterRoleName', expect: noneOf(['cluster-admin'], 'view') },
  ],
});
