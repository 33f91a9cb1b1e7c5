/** A copy of a JSON value with every text in it changed, keys included. Own properties only; too deep a value ends as null. */
export function mapTexts(value: unknown, change: (text: string) => string, depth = 0): unknown {
  if (typeof value === 'string') return change(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > 64) return null;
  if (Array.isArray(value)) return value.map(element => mapTexts(element, change, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [change(key), mapTexts(child, change, depth + 1)]),
  );
}
