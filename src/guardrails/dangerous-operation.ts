import { allowed, type GuardrailDefinition } from './guardrail-definition.ts';

/** Most things one call may delete. */
const maxTargets = 10;

/** Parameters that are read by people and never carried out. */
const prose =
  /^(?:body|title|message|description|comment|reason|content|contents|text|summary|notes?|question)$/i;

type Danger = { readonly what: string; readonly pattern: RegExp };

/** Values that are dangerous in any parameter that is not prose. */
const values: readonly Danger[] = [
  {
    what: 'a privilege grant',
    pattern:
      /(?:^|[/:"])(?:AdministratorAccess|IAMFullAccess|PowerUserAccess)\b|\bcluster-admin\b|\broles\/(?:owner|editor|iam\.securityAdmin)\b|\bsystem:masters\b/i,
  },
  { what: 'public access', pattern: /^(?:public-read(?:-write)?|authenticated-read|allUsers)$/i },
];

/** Commands and queries: in parameters that are carried out, and anywhere in the call of a foreign tool. */
const commands: readonly Danger[] = [
  {
    what: 'a mass deletion',
    pattern:
      /\brm\s+(?:-[a-z]+\s+)*-[a-z]*(?:rf|fr|r\b)[a-z]*\s+(?:--\s+)?["']?[/~*$.]|\bdrop\s+(?:database|schema|table)\b|\btruncate\s+(?:table\s+)?\w|\bdelete\s+from\s+[\w."`]+\s*(?:;|$)|\bterraform\s+(?:\S+\s+)*destroy\b|\bkubectl\s+delete\b[^\n;|]*--all\b|\bs3\s+(?:rb\b[^\n;|]*--force|rm\b[^\n;|]*--recursive)|\bgit\s+push\b[^\n;|]*(?:--force\b(?!-with-lease)|--mirror|\s-f\b)|\bmkfs(?:\.\w+)?\s|\bdd\s[^\n;|]*\bof=\/dev\//i,
  },
  {
    what: 'a privilege grant',
    pattern:
      /\bchmod\s+(?:-[a-z]+\s+)*(?:0?777|[ugoa]*\+s)\b|\bgrant\s+all\b|\battach-(?:user|role|group)-policy\b|\bnet\s+localgroup\s+administrators\b|\busermod\b[^\n;|]*\bsudo\b|\bNOPASSWD\b/i,
  },
  {
    what: 'the disabling of logging or protection',
    pattern:
      /\b(?:stop-logging|delete-trail|delete-flow-logs|delete-detector|stop-configuration-recorder|disable-rule|delete-alarms)\b|\bsetenforce\s+0\b|\bsystemctl\s+(?:stop|disable|mask)\s+(?:auditd|rsyslog|fail2ban|firewalld|ufw)\b|\bufw\s+disable\b|\biptables\s+-F\b|\bhistory\s+-c\b|--no-verify\b/i,
  },
];

/** A setting by its name and the value that switches it off. */
const switchedOff =
  /^(?:enforce[_-]?admins|deletion[_-]?protection|enable[_-]?log[_-]?file[_-]?validation|is[_-]?logging|logging(?:[_-]?enabled)?|log[_-]?publishing|encryption(?:[_-]?enabled)?|versioning|mfa[_-]?delete|block[_-]?public[_-]?(?:acls|policy)|ignore[_-]?public[_-]?acls|restrict[_-]?public[_-]?buckets|secret[_-]?scanning(?:[_-]?push[_-]?protection)?|dependabot[_-]?security[_-]?updates|vulnerability[_-]?alerts|required[_-]?(?:status[_-]?checks|pull[_-]?request[_-]?reviews|signatures|linear[_-]?history)|monitoring|termination[_-]?protection|enable[_-]?guardduty|flow[_-]?logs)$/i;
const switchedOn =
  /^(?:allow[_-]?(?:force[_-]?pushes|deletions)|force[_-]?destroy|publicly[_-]?accessible|skip[_-]?final[_-]?snapshot|bypass[_-]?\w*)$/i;

const protectiveTool =
  /(?:delete|disable|stop|remove|suspend)_\w*(?:trail|logging|log_group|flow_log|guardduty|detector|config_recorder|recorder|branch_protection|ruleset|alarm|backup|encryption|mfa|public_access_block|security_hub|waf)/i;
const removes = /(?:^|_)(?:delete|terminate|remove|purge|destroy|deregister|revoke|empty)(?:_|$)/i;

/**
 * Turns away writes that no agent should make: the deletion of many things at once, a grant of far-reaching rights,
 * the disabling of logging or protection. Destructive tools wait for a person at every call, who is shown what it is:
 * of them only a deletion without bounds is turned away, which nobody can look through before approving it.
 */
export const dangerousOperation: GuardrailDefinition = {
  name: 'dangerous-operation',
  kind: 'function',
  description:
    'Turns away mass deletions, grants of far-reaching rights and the disabling of logging or protection.',
  places: ['tool-input'],
  always: true,
  create:
    () =>
    ({ tool, parameters = {}, approved = false }) => {
      if (tool === undefined || (tool.risk === 'read' && !tool.external)) return allowed;
      const fields = leaves(parameters);
      const unbounded = removes.test(tool.name) ? unboundedTarget(parameters, fields) : undefined;
      const asksPerson = approved || tool.risk === 'destructive';
      const found = unbounded ?? (asksPerson ? undefined : dangerIn(tool, fields));
      if (found === undefined) return allowed;
      const message = `${tool.name} was not called: it would be ${found}. A person has to do that, or approve a plan that names each thing.`;
      return { kind: 'reject', code: 'dangerous-operation', message };
    },
};

type Field = { readonly name: string; readonly value: string | number | boolean | null };

function dangerIn(
  tool: { readonly name: string; readonly external: boolean },
  fields: readonly Field[],
): string | undefined {
  if (protectiveTool.test(tool.name)) return 'the disabling of logging or protection';
  for (const { name, value } of fields) {
    const isProse = prose.test(name) && !tool.external;
    if (typeof value === 'string' && !isProse) {
      const text = plain(value);
      const dangers = tool.external || isCarriedOut(name) ? [...values, ...commands] : values;
      const danger = dangers.find(({ pattern }) => pattern.test(text));
      if (danger !== undefined) return danger.what;
      if (isPolicy(text) && grantsEverything(text)) return 'a privilege grant';
    }
    if (isPermission(name) && /^(?:admin|owner|maintain)$/i.test(String(value))) return 'a privilege grant';
    const isOff = value === false || value === null || /^(?:off|disabled|suspended)$/i.test(String(value));
    if ((switchedOff.test(name) && isOff) || (switchedOn.test(name) && value === true))
      return 'the disabling of logging or protection';
  }
  return undefined;
}

function isCarriedOut(name: string): boolean {
  return /^(?:commands?|cmd|scripts?|query|sql|run|args?|user_?data|statement|entry_?point|shell)$/i.test(
    name,
  );
}

function isPermission(name: string): boolean {
  return /^(?:permission|role|access(?:_?level)?)$/i.test(name);
}

function isPolicy(text: string): boolean {
  return text.includes('"Effect"') && text.includes('"Statement"');
}

function grantsEverything(text: string): boolean {
  return /"Action"\s*:\s*\[?\s*"(?:\*|iam:\*)"/i.test(text) && /"Effect"\s*:\s*"Allow"/i.test(text);
}

/** Everything, a pattern, or more things than somebody can look at. */
function unboundedTarget(
  parameters: Readonly<Record<string, unknown>>,
  fields: readonly Field[],
): string | undefined {
  const wildcard = fields.some(
    ({ name, value }) =>
      typeof value === 'string' && !prose.test(name) && /^[*%]+$|^all$/i.test(value.trim()),
  );
  const everything = fields.some(
    ({ name, value }) => /^(?:all|recursive|everything)$/i.test(name) && value === true,
  );
  const many = Object.values(parameters).some(value => Array.isArray(value) && value.length > maxTargets);
  return wildcard || everything || many
    ? `a deletion of everything or of more than ${maxTargets} things`
    : undefined;
}

function leaves(value: unknown, name = ''): readonly Field[] {
  if (Array.isArray(value)) return value.flatMap(entry => leaves(entry, name));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, entry]) => leaves(entry, key));
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
    ? [{ name, value: value as Field['value'] }]
    : [];
}

/** Compatibility forms folded and invisible characters gone, so that a disguise does not help. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '');
}
