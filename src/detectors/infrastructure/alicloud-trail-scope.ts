import { defineAttributeRule } from './define-attribute-rule.ts';
import { oneOf } from './model/expectation.ts';

export const alicloudTrailScope = defineAttributeRule({
  id: 'alicloud-trail-scope',
  title: 'Trail that leaves regions or events out',
  concern: 'logging',
  fix: 'Set `trail_region` and `event_rw` to All.',
  references: [
    'https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/actiontrail_trail',
  ],
  checks: [
    { type: 'alicloud_actiontrail_trail', attribute: 'trail_region', expect: oneOf(['All'], 'cn-hangzhou') },
    { type: 'alicloud_actiontrail_trail', attribute: 'event_rw', expect: oneOf(['All'], 'Write') },
  ],
});
