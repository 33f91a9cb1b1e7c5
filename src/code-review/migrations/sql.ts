/** One statement of a migration, with comments and strings blanked so that words in them mean nothing. */
export type SqlStatement = { readonly start: number; readonly text: string };

/** A risk in a text; offsets are the text's. */
export type MigrationRisk = {
  readonly offset: number;
  readonly what: string;
  readonly fix: string;
  readonly severity: 'high' | 'medium' | 'low';
};

/**
 * Statements of an SQL text. Comments, strings and dollar-quoted bodies (PostgreSQL) are blanked, not removed, so that
 * offsets stay.
 */
export function sqlStatements(text: string): readonly SqlStatement[] {
  const blanked = text.replace(
    /--[^\n]*|\/\*[^]*?\*\/|'(?:[^'\\]|''|\\.)*'|\$(?<tag>\w*)\$[^]*?\$\k<tag>\$/g,
    part =>
      part.startsWith("'") ? `'${part.slice(1, -1).replace(/[^\n]/g, 'x')}'` : part.replace(/[^\n]/g, ' '),
  );
  const statements: SqlStatement[] = [];
  let start = 0;
  for (const piece of blanked.split(';')) {
    const lead = piece.length - piece.trimStart().length;
    if (piece.trim() !== '') statements.push({ start: start + lead, text: piece.trim() });
    start += piece.length + 1;
  }
  return statements;
}

const name = String.raw`(?:if\s+(?:not\s+)?exists\s+)?(?:only\s+)?(?<table>[\w."\`\[\]]+)`;

/**
 * What may lose data, lock a table for long, or break the release that is still running. Sources: PostgreSQL manual
 * (ALTER TABLE, CREATE INDEX, Explicit Locking), MySQL 8 manual (Online DDL).
 */
export function sqlRisks(text: string): readonly MigrationRisk[] {
  const statements = sqlStatements(text);
  const created = new Set(
    statements.flatMap(statement => {
      const match = new RegExp(String.raw`^create\s+(?:\w+\s+)*?table\s+${name}`, 'i').exec(statement.text);
      return match?.groups?.['table'] === undefined ? [] : [bare(match.groups['table'])];
    }),
  );
  // Backticks and storage engines are MySQL's, where indexes are built online by themselves.
  const isMySql = /`|\bengine\s*=|\bauto_increment\b/i.test(text);
  return statements.flatMap(statement => {
    const found = risksOf(statement.text, { created, isMySql });
    return found.map(({ at, ...risk }) => ({ ...risk, offset: statement.start + at }));
  });
}

type Found = Omit<MigrationRisk, 'offset'> & { readonly at: number };
type Surroundings = { readonly created: ReadonlySet<string>; readonly isMySql: boolean };

function risksOf(text: string, surroundings: Surroundings): readonly Found[] {
  const alter = new RegExp(String.raw`^alter\s+table\s+${name}`, 'i').exec(text);
  if (alter !== null) {
    // Nothing is in a table that the same migration makes.
    if (surroundings.created.has(bare(alter.groups?.['table'] ?? ''))) return [];
    return alterRisks(text, surroundings);
  }
  for (const { pattern, risk, unless } of statementRisks) {
    const match = pattern.exec(text);
    const table = bare(match?.groups?.['table'] ?? '');
    if (match !== null && !surroundings.created.has(table) && unless?.(text, surroundings) !== true)
      return [{ ...risk, at: match.index }];
  }
  return [];
}

const lost = 'what is in it is lost, and the release that still runs reads it';
const stepwise =
  'First release code that no longer uses it, then drop it in a later migration, with a backup.';
const renamed =
  'Add the new name beside the old one, write both, move the readers, then drop the old one in a later migration.';

const statementRisks: readonly {
  readonly pattern: RegExp;
  readonly risk: Omit<Found, 'at'>;
  readonly unless?: (text: string, surroundings: Surroundings) => boolean;
}[] = [
  {
    pattern: new RegExp(String.raw`^drop\s+(?:table|schema|database)\s+${name}`, 'i'),
    risk: { what: `Drops a table: ${lost}.`, fix: stepwise, severity: 'high' },
  },
  {
    pattern: new RegExp(String.raw`^truncate\s+(?:table\s+)?${name}`, 'i'),
    risk: {
      what: 'Empties a table.',
      fix: 'Delete only the rows that are meant, in batches, after a backup.',
      severity: 'high',
    },
  },
  {
    pattern: new RegExp(
      String.raw`^create\s+(?:unique\s+)?index\s+(?!concurrently)(?:[\w."\`]+\s+|if\s+not\s+exists\s+[\w."\`]+\s+)?on\s+${name}`,
      'i',
    ),
    risk: {
      what: 'Creates an index without CONCURRENTLY: PostgreSQL lets nobody write to the table until it is built.',
      fix: 'Use CREATE INDEX CONCURRENTLY, in a migration of its own that runs outside a transaction.',
      severity: 'medium',
    },
    unless: (_, { isMySql }) => isMySql,
  },
  {
    pattern: new RegExp(String.raw`^(?:update)\s+${name}\s+set\b`, 'i'),
    risk: {
      what: 'Changes every row: the UPDATE has no WHERE.',
      fix: 'Say which rows are meant, and change large tables in batches.',
      severity: 'high',
    },
    unless: text => /\bwhere\b/i.test(text),
  },
  {
    pattern: new RegExp(String.raw`^delete\s+from\s+${name}`, 'i'),
    risk: {
      what: 'Deletes every row: the DELETE has no WHERE.',
      fix: 'Say which rows are meant, and keep a backup.',
      severity: 'high',
    },
    unless: text => /\bwhere\b|\busing\b/i.test(text),
  },
  {
    pattern: /^alter\s+type\s+[\w."]+\s+(?:rename|drop|alter\s+attribute)/i,
    risk: {
      what: 'Changes a type that columns and code use by its values.',
      fix: renamed,
      severity: 'medium',
    },
  },
];

function alterRisks(text: string, { isMySql }: Surroundings): readonly Found[] {
  const found: Found[] = [];
  const add = (pattern: RegExp, risk: Omit<Found, 'at'>, unless?: RegExp): void => {
    for (const match of text.matchAll(pattern))
      if (unless?.test(clauseAt(text, match.index)) !== true) found.push({ ...risk, at: match.index });
  };
  add(
    /\bdrop\s+(?:column\s+)?(?!constraint|index|primary|foreign|default|not|expression|identity|check|key|partition)(?:if\s+exists\s+)?[\w"`]+/gi,
    { what: `Drops a column: ${lost}.`, fix: stepwise, severity: 'high' },
    /\balter\s+(?:column\s+)?[\w"`]+\s+drop\b/i,
  );
  add(
    /\brename\s+(?:column\s+)?[\w"`]+\s+to\b|\brename\s+to\b|\bchange\s+(?:column\s+)?[\w"`]+\s+[\w"`]+\s+\w/gi,
    {
      what: 'Renames a column or table: the release that still runs asks for the old name.',
      fix: renamed,
      severity: 'high',
    },
    /\brename\s+constraint\b|\brename\s+index\b/i,
  );
  add(
    /\badd\s+(?:column\s+)?(?!constraint|index|primary|foreign|unique|check|key)(?:if\s+not\s+exists\s+)?[\w"`]+\s+[^,]*?\bnot\s+null\b/gi,
    {
      what: 'Adds a column that must have a value and has no default: it fails on a table with rows.',
      fix: 'Give it a default, or add it empty, fill it, and only then set NOT NULL.',
      severity: 'high',
    },
    /\bdefault\b|\bgenerated\b|\b(?:big|small)?serial\b|\bauto_increment\b/i,
  );
  add(/\balter\s+(?:column\s+)?[\w"`]+\s+(?:set\s+data\s+)?type\b|\bmodify\s+(?:column\s+)?[\w"`]+\s+\w/gi, {
    what: 'Changes a column’s type: most such changes rewrite the table while nobody can use it.',
    fix: 'Add a column of the new type, fill it in batches, and switch over.',
    severity: 'medium',
  });
  add(/\balter\s+(?:column\s+)?[\w"`]+\s+set\s+not\s+null\b/gi, {
    what: 'SET NOT NULL reads the whole table while nobody can use it, and fails where a value is missing.',
    fix: 'Add CHECK (… IS NOT NULL) NOT VALID, validate it, then set NOT NULL.',
    severity: 'medium',
  });
  if (!isMySql)
    add(
      /\badd\s+(?:constraint\s+[\w"]+\s+)?(?:unique|primary\s+key)\b/gi,
      {
        what: 'Adds a constraint whose index is built while nobody can use the table.',
        fix: 'Build a unique index CONCURRENTLY first, then ADD CONSTRAINT … USING INDEX.',
        severity: 'medium',
      },
      /\busing\s+index\b/i,
    );
  if (!isMySql)
    add(
      /\badd\s+(?:constraint\s+[\w"]+\s+)?(?:foreign\s+key|check)\b/gi,
      {
        what: 'Adds a constraint that is checked at once: the table is locked until every row was read.',
        fix: 'Add it NOT VALID, then VALIDATE CONSTRAINT in a later migration.',
        severity: 'medium',
      },
      /\bnot\s+valid\b/i,
    );
  return found;
}

/** The clause of an ALTER TABLE around an offset: up to the next comma outside of brackets. */
function clauseAt(text: string, offset: number): string {
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    else if (character === ',' && depth === 0) {
      if (at > offset) return text.slice(start, at);
      start = at + 1;
    }
  }
  return text.slice(start);
}

function bare(table: string): string {
  return table
    .replace(/["`[\]]/g, '')
    .toLowerCase()
    .replace(/^public\./, '');
}
