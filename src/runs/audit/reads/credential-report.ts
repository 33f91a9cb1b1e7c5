import type { CredentialRow } from '../../../controls/snapshot.ts';
import type { Source } from '../source.ts';
import { isAbsent } from './reader.ts';

/** How often and how long AWS is asked whether it is made: it usually takes seconds. */
const pollMs = 1_000;
const maxPolls = 30;

/** The credential report, made anew where AWS does so (every four hours at most). */
export async function readCredentialReport(source: Source): Promise<readonly CredentialRow[]> {
  return await source.ask('iam', async () => {
    const { sdk, client } = await source.services.iam();
    for (let poll = 0; poll < maxPolls; poll++) {
      const { State } = await client.send(new sdk.GenerateCredentialReportCommand({}));
      if (State === 'COMPLETE') break;
      await source.wait(pollMs);
    }
    for (let poll = 0; ; poll++) {
      try {
        const { Content } = await client.send(new sdk.GetCredentialReportCommand({}));
        return parseCredentialReport(new TextDecoder().decode(Content));
      } catch (error) {
        const isEarly = isAbsent(
          error,
          'CredentialReportNotReadyException',
          'ReportInProgress',
          'CredentialReportNotPresentException',
        );
        if (!isEarly || poll >= maxPolls) throw error;
        await source.wait(pollMs);
      }
    }
  });
}

/**
 * Parses the report's CSV; its values hold no commas or quotes.
 * Columns: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html
 *
 * @throws TypeError where it is no such report.
 */
export function parseCredentialReport(text: string): readonly CredentialRow[] {
  const [header = '', ...lines] = text.trim().split(/\r?\n/);
  const columns = header.split(',');
  if (!columns.includes('user') || !columns.includes('access_key_1_active'))
    throw new TypeError('not a credential report');
  return lines.map(line => {
    const values = line.split(',');
    const cell = (name: string): string => values[columns.indexOf(name)] ?? '';
    const time = (name: string): string | null => (/^\d{4}-/.test(cell(name)) ? cell(name) : null);
    const isTrue = (name: string): boolean => cell(name).toLowerCase() === 'true';
    return {
      user: cell('user'),
      arn: cell('arn'),
      createdAt: time('user_creation_time'),
      hasPassword: isTrue('password_enabled'),
      passwordUsedAt: time('password_last_used'),
      passwordChangedAt: time('password_last_changed'),
      hasMfa: isTrue('mfa_active'),
      keys: ['1', '2'].map(number => ({
        isActive: isTrue(`access_key_${number}_active`),
        rotatedAt: time(`access_key_${number}_last_rotated`),
        usedAt: time(`access_key_${number}_last_used_date`),
      })),
    };
  });
}
