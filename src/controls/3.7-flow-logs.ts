import { passes, regionControl } from './control.ts';

/** Flow logs of every VPC. */
export const flowLogs = regionControl({
  id: '3.7',
  v7: '4.7',
  title: 'Every VPC has an active flow log',
  section: 'Logging',
  severity: 'medium',
  why: 'Without it nobody can tell what an intruder talked to.',
  remedy: {
    change: 'The VPC’s traffic is logged, without its content.',
    commands: [
      'aws ec2 create-flow-logs --region {region} --resource-type VPC --resource-ids {resource} --traffic-type REJECT --log-destination-type s3 --log-destination arn:aws:s3:::<bucket>',
    ],
    terraform:
      'resource "aws_flow_log" "this" {\n  vpc_id               = "{resource}"\n  traffic_type         = "REJECT"\n  log_destination_type = "s3"\n  log_destination      = "arn:aws:s3:::<bucket>"\n}',
    risk: 'The log costs by gigabyte.',
    undo: 'aws ec2 delete-flow-logs --region {region} --flow-log-ids <id>',
    tool: {
      name: 'vpc_create_flow_log',
      input: { region: '{region}', resourceId: '{resource}' },
      asks: ['bucketArn'],
    },
  },
  reads: ['vpcs', 'flow-logs'],
  judge: ({ vpcs, 'flow-logs': logs }) =>
    vpcs.map(vpc =>
      passes(
        vpc,
        logs.some(({ resource, isActive }) => resource === vpc && isActive),
        { good: 'It has an active flow log.', bad: 'It has no active flow log.' },
      ),
    ),
});
