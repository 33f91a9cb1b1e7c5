/** A declaration of a Protocol Buffers file, by its whole name. */
type Declaration = {
  readonly key: string;
  readonly line: number;
  readonly text: string;
  readonly type: string;
  readonly name: string;
};

/** One way in which a Protocol Buffers file breaks what is on the wire, or who is compiled against it. */
export type ProtobufBreak = {
  readonly line: number;
  readonly quote: string;
  readonly gone: boolean;
  readonly what: string;
};

/**
 * Compares fields by their numbers, and what else is declared by its name. Sources: protobuf.dev, "Updating A Message
 * Type", "Proto Best Practices".
 */
export function compareProtobuf(before: string, after: string): readonly ProtobufBreak[] {
  const now = new Map(declarationsOf(after).map(declaration => [declaration.key, declaration]));
  const reserved = reservedNumbers(after);
  return declarationsOf(before).flatMap((old): readonly ProtobufBreak[] => {
    const next = now.get(old.key);
    const owner = old.key.split('#')[0] ?? '';
    if (next === undefined) {
      const number = old.key.split('#')[1];
      if (number !== undefined && reserved.has(`${owner}#${number}`)) return [];
      const isOwnerGone = ![...now.keys()].some(key => key === owner || key.startsWith(`${owner}#`));
      if (number !== undefined && isOwnerGone) return [];
      const what =
        number === undefined
          ? `\`${old.name}\` was removed`
          : `\`${owner}.${old.name}\` was removed and its number ${number} is not reserved: it can be given another meaning`;
      return [{ line: old.line, quote: old.text, gone: true, what }];
    }
    if (old.type !== next.type)
      return [
        {
          line: next.line,
          quote: next.text,
          gone: false,
          what: `\`${owner === old.key ? '' : `${owner}.`}${old.name}\` is \`${next.type}\` and was \`${old.type}\``,
        },
      ];
    if (old.name !== next.name)
      return [
        {
          line: next.line,
          quote: next.text,
          gone: false,
          what: `number ${old.key.split('#')[1] ?? ''} of \`${owner}\` is \`${next.name}\` and was \`${old.name}\`: code and JSON use the name`,
        },
      ];
    return [];
  });
}

function declarationsOf(text: string): readonly Declaration[] {
  const declarations: Declaration[] = [];
  const owners: string[] = [];
  for (const [index, raw] of text
    .replace(/\/\*[^]*?\*\//g, part => part.replace(/[^\n]/g, ' '))
    .split('\n')
    .entries()) {
    const line = raw.replace(/\/\/.*$/, '');
    const at = { line: index + 1, text: raw.trim() };
    const block = /^\s*(?<kind>message|enum|service|oneof|extend)\s+(?<name>[\w.]+)\s*\{/.exec(line)?.groups;
    const owner = owners.filter(name => name !== '').join('.');
    if (block !== undefined) {
      const name = block['name'] ?? '';
      const whole = owner === '' ? name : `${owner}.${name}`;
      // The fields of a oneof are the message's.
      if (block['kind'] !== 'oneof')
        declarations.push({ ...at, key: whole, type: block['kind'] ?? '', name: whole });
      owners.push(block['kind'] === 'oneof' ? '' : name);
      if (/\}\s*$/.test(line)) owners.pop();
      continue;
    }
    const rpc = /^\s*rpc\s+(?<name>\w+)\s*(?<type>\([^)]*\)\s*returns\s*\([^)]*\))/.exec(line)?.groups;
    const field =
      /^\s*(?<type>(?:repeated\s+|optional\s+|required\s+)?(?:map\s*<[^>]+>|[\w.]+))\s+(?<name>\w+)\s*=\s*(?<number>\d+)/.exec(
        line,
      )?.groups;
    const value = /^\s*(?<name>[A-Z]\w*)\s*=\s*(?<number>-?\d+)/.exec(line)?.groups;
    if (rpc !== undefined)
      declarations.push({
        ...at,
        key: `${owner}.${rpc['name'] ?? ''}`,
        name: `${owner}.${rpc['name'] ?? ''}`,
        type: (rpc['type'] ?? '').replace(/\s+/g, ' '),
      });
    else if (field !== undefined && field['type'] !== 'option' && field['type'] !== 'reserved')
      declarations.push({
        ...at,
        key: `${owner}#${field['number'] ?? ''}`,
        name: field['name'] ?? '',
        type: (field['type'] ?? '').replace(/^optional\s+/, '').replace(/\s+/g, ' '),
      });
    else if (value !== undefined)
      declarations.push({
        ...at,
        key: `${owner}#${value['number'] ?? ''}`,
        name: value['name'] ?? '',
        type: 'value',
      });
    const opened = (line.match(/\{/g) ?? []).length - (line.match(/\}/g) ?? []).length;
    for (let count = 0; count < opened; count += 1) owners.push('');
    for (let count = 0; count > opened; count -= 1) owners.pop();
  }
  return declarations;
}

function reservedNumbers(text: string): ReadonlySet<string> {
  const reserved = new Set<string>();
  const owners: string[] = [];
  for (const line of text.split('\n')) {
    const name = /^\s*(?:message|enum)\s+(?<name>\w+)\s*\{/.exec(line)?.groups?.['name'];
    const list = /^\s*reserved\s+(?<list>[^;]+);/.exec(line)?.groups?.['list'] ?? '';
    for (const { groups } of list.matchAll(/(?<from>\d+)(?:\s+to\s+(?<to>\d+))?/g)) {
      const from = Number(groups?.['from']);
      const to = Math.min(Number(groups?.['to'] ?? from), from + 1_000);
      for (let number = from; number <= to; number += 1) reserved.add(`${owners.join('.')}#${number}`);
    }
    if (name !== undefined) owners.push(name);
    if (/\}\s*$/.test(line)) owners.pop();
  }
  return reserved;
}
