import { publicMessageOf } from '../src/errors.ts';
import { nothingToTell, type Report, type Told } from './report-parts.ts';

/** Uploads to code scanning where `upload-sarif` asks for it. */
export async function uploadSarif(
  { inputs, environment, client, review }: Report,
  sarif: string,
): Promise<Told> {
  const mode = inputs['upload-sarif'];
  if (mode === 'false') return nothingToTell;
  const { subject } = environment;
  const commit =
    subject.kind === 'pull-request'
      ? { commitSha: review.result.headSha, ref: `refs/pull/${subject.number}/head` }
      : { commitSha: environment.sha, ref: environment.ref };
  try {
    if ((await client.uploadSarif({ sarif, ...commit })) === 'uploaded') return nothingToTell;
    if (mode === 'auto') return nothingToTell;
    const reason =
      'Code scanning did not take the findings: it is off for this repository, or `security-events: write` is missing under `permissions:` of the job.';
    return { notes: [], problems: [reason] };
  } catch (error) {
    const sentence = `The findings were not uploaded to code scanning. ${publicMessageOf(error)}`;
    return mode === 'true' ? { notes: [], problems: [sentence] } : { notes: [sentence], problems: [] };
  }
}
