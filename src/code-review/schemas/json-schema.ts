/** One way in which a schema accepts less, or something else, than before. */
export type SchemaBreak = {
  /** JSON pointer of the place in the new document that shows it; of the old one when `gone`. */
  readonly pointer: readonly string[];
  readonly gone: boolean;
  readonly what: string;
};

type Json = Readonly<Record<string, unknown>>;

/** Deepest nesting that is compared. */
const maxDepth = 30;

/**
 * What is different for those who send (`input`) or receive (`output`) values of a schema. Source: JSON Schema 2020-12,
 * Validation; OpenAPI 3.1, Schema Object.
 */
export function compareSchemas(
  before: unknown,
  after: unknown,
  options: {
    readonly direction: 'input' | 'output';
    readonly pointer: readonly string[];
    readonly resolve: {
      readonly before: (value: unknown) => unknown;
      readonly after: (value: unknown) => unknown;
    };
    readonly depth?: number;
  },
): readonly SchemaBreak[] {
  const { direction, pointer, resolve, depth = 0 } = options;
  const old = objectOf(resolve.before(before));
  const next = objectOf(resolve.after(after));
  if (old === undefined || next === undefined || depth > maxDepth) return [];
  const breaks: SchemaBreak[] = [];
  const place = (...more: readonly string[]): readonly string[] => [...pointer, ...more];
  const types = [typesOf(old), typesOf(next)] as const;
  const narrowed = direction === 'input' ? missing(types[0], types[1]) : missing(types[1], types[0]);
  if (types[0] !== undefined && types[1] !== undefined && narrowed.length > 0) {
    breaks.push({
      pointer: place('type'),
      gone: false,
      what: `is ${types[1].join(' or ')} and was ${types[0].join(' or ')}`,
    });
    return breaks;
  }
  const enums = [listOf(old['enum']), listOf(next['enum'])] as const;
  const values =
    direction === 'input'
      ? missing(enums[0], enums[1])
      : enums[0] === undefined
        ? []
        : missing(enums[1], enums[0]);
  if (enums[1] !== undefined && values.length > 0)
    breaks.push({
      pointer: place('enum'),
      gone: false,
      what: `${direction === 'input' ? 'no longer takes' : 'may also be'} ${values.slice(0, 5).join(', ')}`,
    });
  breaks.push(...compareProperties(old, next, { ...options, depth }));
  for (const key of ['items', 'additionalProperties'])
    if (objectOf(old[key]) !== undefined && objectOf(next[key]) !== undefined)
      breaks.push(
        ...compareSchemas(old[key], next[key], { ...options, pointer: place(key), depth: depth + 1 }),
      );
  return breaks;
}

function compareProperties(
  old: Json,
  next: Json,
  options: Parameters<typeof compareSchemas>[2] & { readonly depth: number },
): readonly SchemaBreak[] {
  const { direction, pointer, depth } = options;
  const breaks: SchemaBreak[] = [];
  const properties = [objectOf(old['properties']) ?? {}, objectOf(next['properties']) ?? {}] as const;
  const required = [listOf(old['required']) ?? [], listOf(next['required']) ?? []] as const;
  for (const [name, value] of Object.entries(properties[0])) {
    const at = [...pointer, 'properties', name];
    const now = properties[1][name];
    if (now !== undefined)
      breaks.push(...compareSchemas(value, now, { ...options, pointer: at, depth: depth + 1 }));
    else if (direction === 'output' || next['additionalProperties'] === false)
      breaks.push({ pointer: at, gone: true, what: `no longer has the property \`${name}\`` });
  }
  if (direction === 'input') {
    for (const name of required[1].filter(entry => !required[0].includes(entry)))
      breaks.push({
        pointer: [...pointer, 'required'],
        gone: false,
        what: `now needs the property \`${name}\``,
      });
  } else {
    const dropped = required[0].filter(
      name => !required[1].includes(name) && properties[1][name] !== undefined,
    );
    for (const name of dropped)
      breaks.push({
        pointer: [...pointer, 'properties', name],
        gone: false,
        what: `may lack the property \`${name}\` now`,
      });
  }
  return breaks;
}

/** `integer` is a `number`, and what has no type takes all. */
function typesOf(schema: Json): readonly string[] | undefined {
  const type = schema['type'];
  const types = typeof type === 'string' ? [type] : listOf(type);
  if (types === undefined) return undefined;
  return schema['nullable'] === true ? [...types, 'null'] : types;
}

/** What is in the first list and not in the second; nothing where the second takes anything. */
function missing(
  first: readonly string[] | undefined,
  second: readonly string[] | undefined,
): readonly string[] {
  if (first === undefined || second === undefined) return [];
  return first.filter(
    entry => !second.includes(entry) && !(entry === 'integer' && second.includes('number')),
  );
}

/** The value as an object; undefined for anything else. */
export function objectOf(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
}

/** The value as a list of texts; undefined for anything else. */
export function listOf(value: unknown): readonly string[] | undefined {
  return Array.isArray(value)
    ? value.map(entry => (typeof entry === 'string' ? entry : JSON.stringify(entry)))
    : undefined;
}
