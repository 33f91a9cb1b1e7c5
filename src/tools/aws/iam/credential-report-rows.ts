/** One user of the credential report; times are ISO 8601, undefined where there is none. */
export type CredentialRow = {
  /** `<root_account>` for the account itself. */
  readonly user: string;
  readonly created: string | undefined;
  readonly password: {
    /** Undefined where AWS does not say (root). */
    readonly enabled: boolean | undefined;
    readonly lastUsed: string | undefined;
    readonly lastChanged: string | undefined;
  };
  readonly mfa: boolean;
  readonly accessKeys: readonly {
    readonly slot: 1 | 2;
    readonly active: boolean;
    readonly lastRotated: string | undefined;
    readonly lastUsed: string | undefined;
    readonly lastService: string | undefined;
  }[];
};

/**
 * Reads IAM's credential report: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html
 * Columns are found by their names; an access key that never existed is left out.
 */
export function credentialRows(csv: string): readonly CredentialRow[] {
  const [head = '', ...lines] = csv.split(/\r?\n/).filter(line => line !== '');
  const columns = fieldsOf(head);
  return lines.map(line => {
    const fields = fieldsOf(line);
    const at = (name: string): string => fields[columns.indexOf(name)] ?? '';
    return {
      user: at('user'),
      created: time(at('user_creation_time')),
      password: {
        enabled: flag(at('password_enabled')),
        lastUsed: time(at('password_last_used')),
        lastChanged: time(at('password_last_changed')),
      },
      mfa: flag(at('mfa_active')) === true,
      accessKeys: ([1, 2] as const).flatMap(slot =>
        accessKey(slot, name => at(`access_key_${slot}_${name}`)),
      ),
    };
  });
}

function accessKey(slot: 1 | 2, at: (name: string) => string): CredentialRow['accessKeys'] {
  const active = flag(at('active')) === true;
  const lastRotated = time(at('last_rotated'));
  if (!active && lastRotated === undefined) return [];
  const service = at('last_used_service');
  return [
    {
      slot,
      active,
      lastRotated,
      lastUsed: time(at('last_used_date')),
      lastService: service === '' || service === 'N/A' ? undefined : service,
    },
  ];
}

/** RFC 4180 without line breaks inside quotes: no field of the report can hold one. */
function fieldsOf(line: string): readonly string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
}

function flag(text: string): boolean | undefined {
  return text.toLowerCase() === 'true' ? true : text.toLowerCase() === 'false' ? false : undefined;
}

/** `N/A`, `no_information` and `not_supported` are no times. */
function time(text: string): string | undefined {
  const at = /^\d{4}-\d\d-\d\d/.test(text) ? new Date(text) : undefined;
  return at === undefined || Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}
