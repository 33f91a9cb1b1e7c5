/** Conditional: what is healthy costs one look; only what is not is looked into. */
export const triage = `description: Looks at the health of the systems, and into causes only when something is wrong.
limits: { tokens: 600000, usd: 2, seconds: 900 }
steps:
  - id: health
    agent: monitoring
    input: How are the systems now?
    retries: 1
  - id: cause
    if: steps.health.output.status != 'healthy'
    agent: infrastructure
    input: Find what explains this. \${{ steps.health.output }}
    on-failure: continue
  - id: report
    if: steps.health.output.status != 'healthy'
    agent: reporting
    input: Report the state of the systems. \${{ steps.health.output }} \${{ steps.cause.output }}
outputs:
  status: \${{ steps.health.output.status }}
  report: \${{ steps.report.output.report }}
`;
