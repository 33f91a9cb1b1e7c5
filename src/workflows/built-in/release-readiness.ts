/** Parallel: three agents look at the same time, a fourth puts it together. */
export const releaseReadiness = `description: Asks infrastructure, code and deployment at the same time whether a release may go out.
inputs:
  environment: { description: Where it would go., default: staging }
limits: { tokens: 800000, usd: 3, seconds: 1200 }
steps:
  - id: looks
    parallel:
      - id: ground
        agent: infrastructure
        input: Does anything in the infrastructure stand against a release to \${{ inputs.environment }}?
        on-failure: continue
      - id: change
        agent: code
        input: Does anything in the code stand against a release to \${{ inputs.environment }}?
        on-failure: continue
      - id: release
        agent: deployment
        input: Is the default branch ready for \${{ inputs.environment }}?
  - id: report
    agent: reporting
    input: >-
      Report whether a release to \${{ inputs.environment }} may go out. \${{ steps.release.output }}
      \${{ steps.ground.output }} \${{ steps.change.output }} What failed: \${{ steps.ground.reason }} \${{ steps.change.reason }}
outputs:
  ready: \${{ steps.release.output.ready && steps.ground.status == 'succeeded' && steps.change.status == 'succeeded' }}
  command: \${{ steps.release.output.command }}
  report: \${{ steps.report.output.report }}
`;
