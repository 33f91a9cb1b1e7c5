/** Sequential: facts, judgement, plan, report; each from the one before. */
export const securityAudit = `description: Audits the repository's security - facts, judgement, plan and a report.
inputs:
  scope: { description: What to look at in particular., default: the whole repository }
limits: { tokens: 800000, usd: 3, seconds: 1800 }
steps:
  - id: facts
    agent: scanner
    input: Collect the security facts of \${{ context.repository }}. Look at \${{ inputs.scope }}.
    retries: 1
  - id: judgement
    agent: compliance
    input: Judge these facts against the controls. \${{ steps.facts.output }}
  - id: plan
    agent: remediation
    input: Plan how to meet the controls that are not met. \${{ steps.judgement.output }} \${{ steps.facts.output }}
  - id: report
    agent: reporting
    input: Report the audit. \${{ steps.facts.output }} \${{ steps.judgement.output }} \${{ steps.plan.output }}
outputs:
  title: \${{ steps.report.output.title }}
  report: \${{ steps.report.output.report }}
`;
