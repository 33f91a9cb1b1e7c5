import { passes, regionControl } from './control.ts';

/** IAM Access Analyzer in every region. What it found is no part of the control. */
export const accessAnalyzer = regionControl({
  id: '1.19',
  v7: '2.18',
  title: 'IAM Access Analyzer is active in every region',
  section: 'Identity',
  severity: 'low',
  why: 'It finds what is shared with others; without it nobody looks.',
  remedy: {
    change: 'An analyzer for the account is made in the region.',
    commands: ['aws accessanalyzer create-analyzer --region {region} --analyzer-name account --type ACCOUNT'],
    terraform: 'resource "aws_accessanalyzer_analyzer" "this" {\n  analyzer_name = "account"\n}',
    risk: 'None; analyzers of external access are free.',
    undo: 'aws accessanalyzer delete-analyzer --region {region} --analyzer-name account',
  },
  reads: ['analyzers'],
  judge: ({ analyzers }, { region }) => [
    passes(
      region,
      analyzers.some(({ isActive }) => isActive),
      { good: 'An analyzer is active.', bad: 'No analyzer is active.' },
    ),
  ],
});
