import type { CiClient } from '../src/clients/github/ci-client.ts';
import type { PolicyLoader } from '../src/config/load-policy.ts';
import type { Logger } from '../src/logger.ts';
import type { Report } from './report-parts.ts';
import type { Job } from './run.ts';
import type { FailedRunTarget } from './runner-environment.ts';

/** Title of what the step says in the job's log. */
export const diagnosisTitle = 'Why CI failed';

/** A job that explains a failed run. */
export type DiagnosedJob = Job &
  Pick<Report, 'client' | 'secrets'> & {
    readonly ci: CiClient;
    readonly loadPolicy: PolicyLoader;
    readonly logger: Logger;
    readonly target: FailedRunTarget;
    /** Takes secrets out of a log's text. */
    readonly redact: (text: string) => string;
  };
