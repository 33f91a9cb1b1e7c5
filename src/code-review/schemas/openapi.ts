import type { SchemaDocument } from './document.ts';
import { compareSchemas, objectOf, type SchemaBreak } from './json-schema.ts';

const methods = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options', 'trace'];

/** Whether a document is an OpenAPI 3 or Swagger 2 description. */
export function isOpenApi({ value }: SchemaDocument): boolean {
  const openapi = value['openapi'];
  const swagger = value['swagger'];
  // Unquoted, YAML reads `3.0` as a number.
  const is3 = openapi === 3 || openapi === 3.1 || (typeof openapi === 'string' && openapi.startsWith('3.'));
  return is3 || ((swagger === '2.0' || swagger === 2) && value['paths'] !== undefined);
}

/** What breaks those who call the described API. `what` begins with the operation. */
export function compareOpenApi(before: SchemaDocument, after: SchemaDocument): readonly SchemaBreak[] {
  const old = objectOf(before.value['paths']) ?? {};
  const next = objectOf(after.value['paths']) ?? {};
  return Object.entries(old).flatMap(([path, item]) => {
    const renamed = Object.keys(next).find(other => shape(other) === shape(path));
    const now = objectOf(after.resolve(next[path] ?? (renamed === undefined ? undefined : next[renamed])));
    if (now === undefined) return [{ pointer: ['paths', path], gone: true, what: `\`${path}\` was removed` }];
    const was = objectOf(before.resolve(item)) ?? {};
    const at = ['paths', next[path] === undefined ? (renamed ?? path) : path];
    return methods.flatMap((method): readonly SchemaBreak[] => {
      const operation = objectOf(was[method]);
      if (operation === undefined) return [];
      const name = `\`${method.toUpperCase()} ${path}\``;
      const current = objectOf(now[method]);
      if (current === undefined)
        return [{ pointer: ['paths', path, method], gone: true, what: `${name} was removed` }];
      const shared = [was['parameters'], now['parameters']] as const;
      return compareOperation(
        {
          operation: { ...operation, parameters: joined(shared[0], operation['parameters']) },
          document: before,
        },
        { operation: { ...current, parameters: joined(shared[1], current['parameters']) }, document: after },
        [...at, method],
      ).map(each => ({ ...each, what: `${name} ${each.what}` }));
    });
  });
}

type Side = { readonly operation: Readonly<Record<string, unknown>>; readonly document: SchemaDocument };

function compareOperation(before: Side, after: Side, pointer: readonly string[]): readonly SchemaBreak[] {
  return [
    ...compareParameters(before, after, pointer),
    ...compareBodies(before, after, pointer),
    ...compareResponses(before, after, pointer),
  ];
}

function compareParameters(before: Side, after: Side, pointer: readonly string[]): readonly SchemaBreak[] {
  const old = parametersOf(before);
  const at = [...pointer, 'parameters'];
  return [...parametersOf(after)].flatMap(([key, parameter]): readonly SchemaBreak[] => {
    const was = old.get(key);
    const label = `parameter \`${String(parameter['name'])}\``;
    const isRequired = parameter['required'] === true;
    if (isRequired && was?.['required'] !== true && parameter['in'] !== 'path')
      return [{ pointer: at, gone: false, what: `now needs the ${label}` }];
    if (was === undefined) return [];
    const resolve = { before: before.document.resolve, after: after.document.resolve };
    return compareSchemas(was['schema'] ?? was, parameter['schema'] ?? parameter, {
      direction: 'input',
      pointer: at,
      resolve,
    }).map(each => ({ ...each, pointer: at, gone: false, what: `: the ${label} ${each.what}` }));
  });
}

function parametersOf({ operation, document }: Side): ReadonlyMap<string, Readonly<Record<string, unknown>>> {
  const list: readonly unknown[] = Array.isArray(operation['parameters']) ? operation['parameters'] : [];
  return new Map(
    list.flatMap(entry => {
      const parameter = objectOf(document.resolve(entry));
      return parameter === undefined
        ? []
        : [[`${String(parameter['in'])} ${String(parameter['name'])}`, parameter] as const];
    }),
  );
}

function compareBodies(before: Side, after: Side, pointer: readonly string[]): readonly SchemaBreak[] {
  const old = objectOf(before.document.resolve(before.operation['requestBody']));
  const next = objectOf(after.document.resolve(after.operation['requestBody']));
  const at = [...pointer, 'requestBody'];
  if (next === undefined) return [];
  const breaks: SchemaBreak[] = [];
  if (next['required'] === true && old?.['required'] !== true)
    breaks.push({ pointer: at, gone: false, what: 'now needs a body' });
  return [
    ...breaks,
    ...compareContents(old, next, { before, after, direction: 'input', pointer: at, label: 'the body' }),
  ];
}

function compareResponses(before: Side, after: Side, pointer: readonly string[]): readonly SchemaBreak[] {
  const old = objectOf(before.operation['responses']) ?? {};
  const next = objectOf(after.operation['responses']) ?? {};
  return Object.entries(old).flatMap(([status, response]): readonly SchemaBreak[] => {
    const at = [...pointer, 'responses', status];
    const isGood = /^[23]/.test(status);
    const now = next[status];
    if (now === undefined)
      return isGood ? [{ pointer: at, gone: true, what: `no longer answers ${status}` }] : [];
    if (!isGood) return [];
    return compareContents(
      objectOf(before.document.resolve(response)),
      objectOf(after.document.resolve(now)),
      { before, after, direction: 'output', pointer: at, label: `the answer ${status}` },
    );
  });
}

function compareContents(
  old: Readonly<Record<string, unknown>> | undefined,
  next: Readonly<Record<string, unknown>> | undefined,
  options: {
    readonly before: Side;
    readonly after: Side;
    readonly direction: 'input' | 'output';
    readonly pointer: readonly string[];
    readonly label: string;
  },
): readonly SchemaBreak[] {
  const { before, after, direction, pointer, label } = options;
  const was = objectOf(old?.['content']) ?? (old?.['schema'] === undefined ? {} : { '*': old });
  const now = objectOf(next?.['content']) ?? (next?.['schema'] === undefined ? {} : { '*': next });
  const resolve = { before: before.document.resolve, after: after.document.resolve };
  return Object.entries(was).flatMap(([type, media]): readonly SchemaBreak[] => {
    const current = objectOf(now[type]);
    if (current === undefined)
      return [
        { pointer: [...pointer, 'content', type], gone: true, what: `: ${label} is no longer ${type}` },
      ];
    const at = [...pointer, ...(type === '*' ? [] : ['content', type]), 'schema'];
    return compareSchemas(objectOf(media)?.['schema'], current['schema'], {
      direction,
      pointer: at,
      resolve,
    }).map(each => ({ ...each, what: `: ${label}${inside(each.pointer.slice(at.length))} ${each.what}` }));
  });
}

/** `/properties/user/properties/id/type` as ` \`user.id\``. */
function inside(pointer: readonly string[]): string {
  const names = pointer.filter((key, index) => pointer[index - 1] === 'properties' && key !== 'properties');
  return names.length === 0 ? '' : ` (\`${names.join('.')}\`)`;
}

function joined(first: unknown, second: unknown): readonly unknown[] {
  return [...(Array.isArray(first) ? first : []), ...(Array.isArray(second) ? second : [])];
}

/** The names of a path's parameters mean nothing to callers. */
function shape(path: string): string {
  return path.replace(/\{[^}]*\}/g, '{}');
}
