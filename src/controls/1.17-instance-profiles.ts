import { passes, regionControl } from './control.ts';

/** Roles of instances. */
export const instanceProfiles = regionControl({
  id: '1.17',
  v7: '2.16',
  title: 'Instances get their permissions from a role',
  section: 'Identity',
  severity: 'medium',
  why: 'An instance without role that calls AWS has keys on its disk, which do not expire.',
  remedy: {
    change: 'The instance gets a profile with a role.',
    commands: [
      'aws ec2 associate-iam-instance-profile --region {region} --instance-id {resource} --iam-instance-profile Name=<profile>',
    ],
    terraform: 'resource "aws_instance" "this" {\n  # of {resource}\n  iam_instance_profile = "<profile>"\n}',
    risk: 'Software on the instance may begin to use the role instead of its own keys.',
    undo: 'aws ec2 disassociate-iam-instance-profile --region {region} --association-id <id>',
  },
  reads: ['instances'],
  judge: ({ instances }) =>
    instances
      .filter(({ state }) => !['terminated', 'shutting-down'].includes(state))
      .map(({ id, hasProfile }) =>
        passes(id, hasProfile, { good: 'Has an instance profile.', bad: 'Has no instance profile.' }),
      ),
});
