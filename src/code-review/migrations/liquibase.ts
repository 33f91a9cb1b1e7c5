import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { type MigrationRisk, sqlRisks } from './sql.ts';

/** Longest text that is read, UTF-16 code units. */
const maxLength = 1_000_000;

const path =
  /(?:^|\/)(?:changelogs?|changesets?|liquibase|migrations?)\/(?:.*\/)?[^/]+\.(?:xml|ya?ml|json)$|(?:^|\/)(?:db\.)?changelog[^/]*\.(?:xml|ya?ml|json)$/i;

const stepwise =
  'First release code that no longer uses it, then drop it in a later change set, with a backup.';
const gradual =
  'Add the new one beside the old one, write both, move the readers, then drop the old one later.';

type Risk = Omit<MigrationRisk, 'offset'>;

const lost: Risk = {
  what: 'Drops a column: what is in it is lost, and the release that still runs reads it.',
  fix: stepwise,
  severity: 'high',
};
const renamed: Risk = {
  what: 'Renames a column or table: the release that still runs asks for the old name.',
  fix: gradual,
  severity: 'high',
};

/** Change types that are a risk whatever they hold. Source: Liquibase's reference of change types. */
const risks: Readonly<Record<string, Risk>> = {
  dropColumn: lost,
  dropTable: {
    ...lost,
    what: 'Drops a table: what is in it is lost, and the release that still runs reads it.',
  },
  renameColumn: renamed,
  renameTable: renamed,
  modifyDataType: {
    what: 'Changes a column’s type: most such changes rewrite the table while nobody can use it.',
    fix: 'Add a column of the new type, fill it in batches, and switch over.',
    severity: 'medium',
  },
  addNotNullConstraint: {
    what: 'Requires a value: the whole table is read while nobody can use it, and it fails where one is missing.',
    fix: 'Fill the column first, or give `defaultNullValue`.',
    severity: 'medium',
  },
  delete: {
    what: 'Deletes every row: there is no `where`.',
    fix: 'Say which rows are meant, and keep a backup.',
    severity: 'high',
  },
};

const required: Risk = {
  what: 'Adds a column that must have a value and has no default: it fails on a table with rows.',
  fix: 'Give it a default, or add it empty, fill it, and only then require it.',
  severity: 'high',
};

/** One change of a change set, as XML, YAML and JSON say it alike. */
type Change = {
  readonly type: string;
  readonly offset: number;
  readonly table: string | undefined;
  /** Everything that stands in it. */
  readonly text: string;
};

/** Whether a path is where a changelog of Liquibase would be; formatted SQL apart. */
export function isLiquibasePath(candidate: string): boolean {
  return path.test(candidate);
}

/** The risks of a changelog; empty for other texts. What stands in a rollback is left alone. */
export function liquibaseRisks(text: string): readonly MigrationRisk[] {
  if (text.length > maxLength || !text.includes('databaseChangeLog')) return [];
  const changes = /^\s*</.test(text) ? xmlChanges(text) : documentChanges(text);
  const created = new Set(changes.flatMap(({ type, table }) => (type === 'createTable' ? [table] : [])));
  return changes.flatMap((change): readonly MigrationRisk[] => {
    if (change.table !== undefined && created.has(change.table)) return [];
    if (change.type === 'sql')
      return sqlRisks(change.text).map(({ what, fix, severity }) => ({
        what,
        fix,
        severity,
        offset: change.offset,
      }));
    const risk = riskOf(change);
    return risk === undefined ? [] : [{ ...risk, offset: change.offset }];
  });
}

function riskOf({ type, text }: Change): Risk | undefined {
  if (type === 'addColumn')
    return /\bnullable["']?\s*[:=]\s*["']?false/.test(text) &&
      !/\bdefaultValue|\bautoIncrement|\bvalueComputed|\bvalue["']?\s*[:=]/.test(text)
      ? required
      : undefined;
  if (type === 'delete' && /\bwhere\b/.test(text)) return undefined;
  if (type === 'addNotNullConstraint' && /\bdefaultNullValue\b/.test(text)) return undefined;
  return Object.hasOwn(risks, type) ? risks[type] : undefined;
}

const changeTypes = [...Object.keys(risks), 'addColumn', 'createTable', 'sql'];

function xmlChanges(text: string): readonly Change[] {
  const code = text.replace(/<!--[^]*?-->|<rollback\b[^>]*\/>|<rollback\b[^]*?<\/rollback>/g, part =>
    part.replace(/[^\n]/g, ' '),
  );
  return [...code.matchAll(/<(?<type>[A-Za-z]+)\b(?<attributes>[^<>]*)>/g)].flatMap(match => {
    const { type = '', attributes = '' } = match.groups ?? {};
    if (!changeTypes.includes(type)) return [];
    const end = attributes.endsWith('/') ? -1 : code.indexOf(`</${type}>`, match.index);
    const inner = end === -1 ? '' : code.slice(match.index + match[0].length, end);
    const table = /\btableName\s*=\s*["'](?<name>[^"']+)/.exec(attributes)?.groups?.['name'];
    return [{ type, offset: match.index, table, text: type === 'sql' ? inner : `${attributes} ${inner}` }];
  });
}

/** YAML and JSON: `databaseChangeLog` → `changeSet` → `changes`. */
function documentChanges(text: string): readonly Change[] {
  const document = parseDocument(text, {
    prettyErrors: false,
    logLevel: 'silent',
  });
  if (document.errors.length > 0) return [];
  const sets = document.get('databaseChangeLog', true);
  if (!isSeq(sets)) return [];
  return sets.items.flatMap(item => {
    const changes = isMap(item) ? item.getIn(['changeSet', 'changes'], true) : undefined;
    if (!isSeq(changes)) return [];
    return changes.items.flatMap(change => {
      const pair = isMap(change) ? change.items[0] : undefined;
      if (!isScalar(pair?.key) || !pair.key.range) return [];
      const type = String(pair.key.value);
      const table = isMap(pair.value) ? pair.value.get('tableName') : undefined;
      const sql = isMap(pair.value) ? pair.value.get('sql') : undefined;
      const [start] = pair.key.range;
      const end = isMap(change) ? (change.range?.[1] ?? start) : start;
      return [
        {
          type,
          offset: start,
          table: typeof table === 'string' ? table : undefined,
          text: type === 'sql' && typeof sql === 'string' ? sql : text.slice(start, end),
        },
      ];
    });
  });
}
