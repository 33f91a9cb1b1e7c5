/** Longest pattern or text that is compared; longer ones count as matching nothing. */
const maxLength = 2048;

/** Whether `text` matches a pattern in which `*` is any run of characters and `?` any one. Linear in practice, no regular expression. */
export function matchesGlob(text: string, pattern: string): boolean {
  if (text.length > maxLength || pattern.length > maxLength) return false;
  let position = 0;
  let at = 0;
  let star = -1;
  let resume = 0;
  while (position < text.length) {
    if (pattern[at] === '*') {
      star = at++;
      resume = position;
    } else if (at < pattern.length && (pattern[at] === '?' || pattern[at] === text[position])) {
      at += 1;
      position += 1;
    } else if (star !== -1) {
      at = star + 1;
      position = ++resume;
    } else return false;
  }
  while (pattern[at] === '*') at += 1;
  return at === pattern.length;
}

/** Whether some text matches both patterns. */
export function globsOverlap(a: string, b: string): boolean {
  if (a.length > maxLength || b.length > maxLength) return true;
  /** `row[j]`: the rest of `a` from the current index overlaps `b` from `j`. */
  let row = Array.from({ length: b.length + 1 }, (_, j) => isStars(b, j));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    const next: boolean[] = Array.from({ length: b.length + 1 }, () => false);
    next[b.length] = a[i] === '*' && row[b.length] === true;
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const either = a[i] === '*' || b[j] === '*';
      const step = a[i] === b[j] || a[i] === '?' || b[j] === '?';
      next[j] = either ? row[j] === true || next[j + 1] === true : step && row[j + 1] === true;
    }
    row = next;
  }
  return row[0] === true;
}

function isStars(pattern: string, from: number): boolean {
  return /^\**$/.test(pattern.slice(from));
}
