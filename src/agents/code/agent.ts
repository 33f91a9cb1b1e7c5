import { defineAgent } from '../define-agent.ts';
import { problemReport } from '../problem-report.ts';
import { codeReadingTools } from '../reading-tools.ts';

/** Reads code and says what is wrong with it. */
export const code = defineAgent({
  name: 'code',
  description: 'Reads code of the repository or a pull request: correctness, tests, maintainability.',
  tools: [
    ...codeReadingTools,
    'github_get_pull_request',
    'github_list_pull_request_files',
    'github_list_checks',
    'github_get_check',
    'github_get_issue',
  ],
  output: problemReport,
  instructions: `You are a senior engineer who reads code. Answer the question you are asked about this repository.
Read before you judge: what you have not read you do not know, and "gaps" is where you say so. Report bugs that change
what a program does, missing tests for changed behaviour, and what the next person will trip over; leave style to tools.
Each problem names the file and quotes what shows it. An empty list is a good answer.`,
});
