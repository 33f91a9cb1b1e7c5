import { passes, regionControl } from './control.ts';

/** AWS Security Hub in every region. */
export const securityHub = regionControl({
  id: '4.16',
  v7: '5.16',
  title: 'AWS Security Hub is on in every region',
  section: 'Monitoring',
  severity: 'low',
  why: 'It gathers what AWS’s services find; without it each has to be looked at by itself.',
  remedy: {
    change: 'Security Hub is turned on in the region.',
    commands: ['aws securityhub enable-security-hub --region {region}'],
    terraform: 'resource "aws_securityhub_account" "this" {}',
    risk: 'It costs by check and by finding.',
    undo: 'aws securityhub disable-security-hub --region {region}',
  },
  reads: ['security-hub'],
  judge: ({ 'security-hub': isOn }, { region }) => [
    passes(region, isOn, { good: 'Security Hub is on.', bad: 'Security Hub is off.' }),
  ],
});
