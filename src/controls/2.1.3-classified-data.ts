import { manualControl } from './control.ts';

/** What is in the buckets. */
export const classifiedData = manualControl({
  id: '2.1.3',
  v7: '3.1.3',
  title: 'It is known what data the buckets hold, and it is protected accordingly',
  section: 'Storage',
  severity: 'low',
  why: 'Personal data lies where nobody expects it.',
  remedy: {
    change: 'Amazon Macie, or another tool, looks through the buckets; what it finds is classified.',
    commands: ['aws macie2 enable-macie --region {region}'],
    terraform: 'resource "aws_macie2_account" "this" {}',
    risk: 'Macie costs by bucket and by gigabyte.',
    undo: 'aws macie2 disable-macie --region {region}',
  },
  look: 'Look whether Macie or another tool classifies what the buckets hold.',
});
