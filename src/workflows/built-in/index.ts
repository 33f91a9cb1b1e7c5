import { workflowsFolder } from '../../agents/custom/load-agents.ts';
import { releaseReadiness } from './release-readiness.ts';
import { securityAudit } from './security-audit.ts';
import { triage } from './triage.ts';

/** The workflows of this release as files, so that they are read and checked like anybody's. */
export const builtInWorkflowFiles: ReadonlyMap<string, string> = new Map(
  Object.entries({ 'release-readiness': releaseReadiness, 'security-audit': securityAudit, triage }).map(
    ([name, text]) => [`${workflowsFolder}/${name}.yml`, text],
  ),
);
