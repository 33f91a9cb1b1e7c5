import type { IssueWords, LikelyDuplicate } from '../contracts/triage.ts';

/** Longest text whose words are counted, characters. */
const maxText = 20_000;
/** Most different terms that are kept of one issue. */
const maxTerms = 250;
/** The title says what an issue is about. */
const titleWeight = 3;
/** Most duplicates that are suggested. */
const maxSuggested = 3;
/** Terms that two issues must share at the least; a single rare word is a coincidence. */
const leastShared = 3;

/** Words that say nothing about what an issue is about, those of templates included. */
const stopWords = new Set(
  (
    'a about after all also am an and any are as at be been before behavior behaviour bug but by can could describe ' +
    'did do does doesn don error expected actual feature for from get gets had has have help how i if in information ' +
    'into is isn issue it its just like me my no not of on or our please problem reproduce request response see ' +
    'should so some steps still support than that the their them then there these they this to too try trying use ' +
    'used using version was we were what when where which while who why will with work working works would you your'
  ).split(' '),
);

/**
 * Counts the terms of an issue: words of letters, digits and what holds identifiers together, cut to their stem where
 * that is simple. What identifies a machine or a moment (long numbers, hashes, dates) is left out, and so are
 * `excluded` texts such as a template's headings.
 */
export function termsOf(issue: { readonly title: string; readonly body: string }): IssueWords['terms'] {
  const counts = new Map<string, number>();
  const count = (text: string, weight: number): void => {
    for (const word of words(text)) counts.set(word, (counts.get(word) ?? 0) + weight);
  };
  count(issue.title, titleWeight);
  count(issue.body.slice(0, maxText).replace(/<!--[^]*?-->/g, ' '), 1);
  const kept = [...counts].toSorted((a, b) => b[1] - a[1]).slice(0, maxTerms);
  return Object.fromEntries(kept);
}

function words(text: string): readonly string[] {
  return (text.toLowerCase().match(/[\p{L}_][\p{L}\p{N}_]{1,39}/gu) ?? [])
    .filter(word => !stopWords.has(word) && !/^[0-9a-f]{7,40}$/.test(word) && word !== '__proto__')
    .map(stem);
}

/** Plurals and the commonest endings of English verbs; names of code are left alone. */
function stem(word: string): string {
  if (word.length < 5 || /[_\d]/.test(word)) return word;
  return word.replace(/(?:ing|ed|es|s)$/, '') || word;
}

/**
 * The issues that an issue most likely repeats: cosine similarity of their terms, weighed by how rare each is among
 * the issues (TF-IDF), and of their vectors where both have one of the same model. The most similar first.
 */
export function likelyDuplicates(
  issue: IssueWords,
  others: readonly IssueWords[],
  least: { readonly similarity: number; readonly meaning: number },
): readonly LikelyDuplicate[] {
  const known = others.filter(({ number }) => number !== issue.number);
  const weigh = inverseFrequencies([issue, ...known]);
  const own = weighted(issue.terms, weigh);
  return known
    .flatMap((other): readonly LikelyDuplicate[] => {
      const theirs = weighted(other.terms, weigh);
      const shared = sharedTerms(own, theirs);
      const lexical = shared.length < leastShared ? 0 : cosine(own, theirs);
      const meaning = likeness(issue, other);
      const { number, title, open } = other;
      const found = { number, title, open, sharedTerms: shared.slice(0, 6) };
      if (lexical >= least.similarity) return [{ ...found, similarity: lexical, by: 'words' }];
      return meaning >= least.meaning ? [{ ...found, similarity: meaning, by: 'meaning' }] : [];
    })
    .toSorted((a, b) => b.similarity - a.similarity || b.number - a.number)
    .slice(0, maxSuggested);
}

function inverseFrequencies(issues: readonly IssueWords[]): (term: string) => number {
  const documents = new Map<string, number>();
  for (const { terms } of issues)
    for (const term of Object.keys(terms)) documents.set(term, (documents.get(term) ?? 0) + 1);
  return term => Math.log(1 + issues.length / (documents.get(term) ?? 1));
}

type Weights = ReadonlyMap<string, number>;

function weighted(terms: IssueWords['terms'], weigh: (term: string) => number): Weights {
  return new Map(Object.entries(terms).map(([term, count]) => [term, (1 + Math.log(count)) * weigh(term)]));
}

function cosine(a: Weights, b: Weights): number {
  let dot = 0;
  for (const [term, weight] of a) dot += weight * (b.get(term) ?? 0);
  const norm = length(a.values()) * length(b.values());
  return norm === 0 ? 0 : Math.min(1, dot / norm);
}

function length(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += value * value;
  return Math.sqrt(sum);
}

function sharedTerms(a: Weights, b: Weights): readonly string[] {
  return [...a]
    .filter(([term]) => b.has(term))
    .toSorted(([x, wx], [y, wy]) => wy * (b.get(y) ?? 0) - wx * (b.get(x) ?? 0))
    .map(([term]) => term);
}

/** Cosine of two vectors of one model; 0 where one is missing or they do not fit. */
function likeness({ vector: a }: IssueWords, { vector: b }: IssueWords): number {
  if (a === undefined || b === undefined || a.model !== b.model || a.values.length !== b.values.length)
    return 0;
  const norm = length(a.values) * length(b.values);
  return norm === 0
    ? 0
    : a.values.reduce((sum, value, index) => sum + value * (b.values[index] ?? 0), 0) / norm;
}
