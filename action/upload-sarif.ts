import { publicMessageOf } from '../src/errors.ts';
import { nothingToTell, type Report, type Told } from './report-parts.ts';

/** A SARIF log and the commit that it is about. */
type SarifUpload = { readonly sarif: string; readonly commitSha: string; readonly ref: string };

/** Uploads to code scanning where `upload-sarif` asks for it. */
export async function uploadSarif(
  { inputs, client }: Pick<Report, 'inputs' | 'client'>,
  upload: SarifUpload,
): Promise<Told> {
  const mode = inputs['upload-sarif'];
  if (mode === 'false') return nothingToTell;
  try {
    if ((await client.uploadSarif(upload)) === 'uploaded') return nothingToTell;
    if (mode === 'auto') return nothingToTell;
    const reason =
      'Code scanning did not take the findings: it is off for this repository, or `security-events: write` is missing under `permissions:` of the job.';
    return { notes: [], problems: [reason] };
  } catch (error) {
    const sentence = `The findings were not uploaded to code scanning. ${publicMessageOf(error)}`;
    return mode === 'true' ? { notes: [], problems: [sentence] } : { notes: [sentence], problems: [] };
  }
}
