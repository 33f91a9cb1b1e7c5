import type { IssueType } from './label-name.ts';

/** Something in an issue that speaks for a label. */
export type Evidence = { readonly weight: number; readonly reason: string };
export type Sign = Evidence & { readonly in: 'title' | 'body'; readonly pattern: RegExp };

/** A sign by whole words or phrases, in any script; `|` between them. */
export function sign(where: Sign['in'], weight: number, reason: string, words: string, begins = false): Sign {
  const start = begins ? String.raw`^[^\p{L}\p{N}]{0,4}` : String.raw`(?<![\p{L}\p{N}])`;
  return {
    in: where,
    weight,
    reason,
    pattern: new RegExp(String.raw`${start}(?:${words})(?![\p{L}\p{N}])`, 'iu'),
  };
}

function pattern(where: Sign['in'], weight: number, reason: string, expression: RegExp): Sign {
  return { in: where, weight, reason, pattern: expression };
}

const bug: readonly Sign[] = [
  sign('title', 4, 'the title says so', 'bug|defect|regression|fehler|bogue', true),
  sign(
    'title',
    3,
    'the title tells of a crash',
    String.raw`\w*(?:Error|Exception):|crash(?:es|ed|ing)?|segfaults?|segmentation fault|panics?|panicked|ICE|deadlocks?|` +
      String.raw`memory leak|stürzt .{0,60}ab|absturz|plantage|plante|se bloquea|no funciona`,
  ),
  sign(
    'title',
    2,
    'the title tells of a failure',
    String.raw`fails?|failing|failed|broken|breaks|throws?|(?:does|do|is|are|did|was|has|can|could|will|should)(?: not|n[’']?t)|cannot|won[’']?t|error|exception|` +
      String.raw`regression|hangs?|freezes?|frozen|stuck|wrong|incorrect(?:ly)?|unexpected(?:ly)?|no longer|stops? working|stopped working|` +
      String.raw`loses?|lost|missing after|jumps?|twice|infinite loop|never (?:ends|returns|finishes)|ignored|` +
      'funktioniert nicht|geht nicht|kaputt|falsch|ne fonctionne (?:pas|plus)|ne marche (?:pas|plus)|erreur',
  ),
  pattern(
    'title',
    3,
    'the title tells of a failure',
    /崩溃|报错|出错|错误|无法|失败|闪退|クラッシュ|エラー|動かない|충돌|오류/u,
  ),
  sign(
    'title',
    1,
    'the title tells of an odd result',
    'empty|blank|garbled|duplicated?|slow|laggy|flicker(?:s|ing)?|overlaps?|misaligned|se cierra|vacío|leer|vide',
  ),
  pattern(
    'body',
    2.5,
    'it has the headings of a bug report',
    /^(?:#{1,6}\s|\*\*).{0,30}?(?:repro\w*|steps|what happened|what did you expect|expected|actual|current behaviou?r|schritte|erwartetes|tatsächliches|reproduire|comportement (?:attendu|actuel)|pasos|复现|重现|预期|实际|再現)/imu,
  ),
  sign(
    'body',
    1.5,
    'it tells expected from actual behaviour',
    String.raw`(?:expected|actual)(?: (?:behaviou?r|result|output))?\s*:|(?:expected|actual) (?:behaviou?r|result|output)|i(?:[’']d| had| would have)? expected|steps to reproduce|how to reproduce|schritte zum reproduzieren`,
  ),
  sign(
    'body',
    1.5,
    'it worked before',
    String.raw`since (?:the |our |last |yesterday's )?(?:\w+ )?(?:release|update|upgrade|version|deploy\w*)|(?:it )?(?:worked|used to work)|after (?:the |an? )?(?:update|upgrade|upgrading|updating)|seit dem update|depuis la mise à jour`,
  ),
  pattern(
    'body',
    1.5,
    'it has a stack trace',
    /^[ \t]{1,40}at \S.{0,200}[:(]\d+|^Traceback \(most recent call last\)|\bpanicked at\b|^goroutine \d+ \[|\b\w*(?:Error|Exception): |\b500 Internal Server Error\b/m,
  ),
];

const feature: readonly Sign[] = [
  sign('title', 4, 'the title says so', 'features?|feat|enhancement|proposal|rfc|idea|wish|request', true),
  sign('title', 4, 'the title says so', 'feature request'),
  sign(
    'title',
    4,
    'the title asks for something new',
    '(?:can|could|would) (?:you|we) (?:please )?(?:add|support|allow|provide|implement|have|get)',
    true,
  ),
  sign(
    'title',
    2.5,
    'the title asks for something new',
    String.raw`(?:please )?(?:add|support|allow|enable|provide|introduce|implement|consider|expose|make it possible)|support for|` +
      String.raw`ability to|option (?:to|for)|(?:it )?(?:should|would) be (?:possible|nice|great|good|useful|helpful)|would like|ajouter|permettre|añadir|agregar|hinzufügen`,
    true,
  ),
  sign('title', 2.5, 'the title asks for something new', 'ermöglichen|unterstützen|hinzufügen|erlauben'),
  pattern(
    'title',
    2.5,
    'the title asks for something new',
    /希望|建议|支持|增加|新增|添加|してほしい|追加|추가/u,
  ),
  sign(
    'body',
    2.5,
    'it wishes for something',
    String.raw`(?:would|it[’']d) be (?:nice|great|useful|helpful|awesome|cool|good)|(?:i|we)(?: would|[’']d) (?:like|love) (?:to (?:have|see|be able)|an?|if)|` +
      String.raw`feature request|is your feature request|what would you like to be added|` +
      String.raw`es wäre (?:schön|toll|gut|hilfreich|praktisch)|(?:ce )?serait (?:bien|utile|pratique|génial)|me gustaría|sería (?:bueno|útil)`,
  ),
  sign('body', 1, 'it wishes for something', 'please (?:add|support|consider)'),
  pattern('body', 1, 'it wishes for something', /建议|希望/u),
  pattern(
    'body',
    2,
    'it describes a use and alternatives',
    /^(?:#{1,6}\s|\*\*).{0,30}\b(?:alternatives|proposed solution|describe the solution|motivation|use case|why is this needed)\b/im,
  ),
];

const question: readonly Sign[] = [
  sign('title', 4, 'the title says so', 'question|frage|pregunta', true),
  pattern(
    'title',
    3,
    'the title asks a question',
    /^\W{0,3}(?:how|what|why|where|when|which|who|can i|can we|is it|is there|are there|does|do i|should i|wie|warum|wo|wann|kann ich|kann man|gibt es|comment|pourquoi|où|cómo|por qué|dónde)\b.{0,200}[?？]\s*$|^\W{0,3}how (?:do|to|can|should)\b|如何|怎么|怎样|どうすれば|방법/iu,
  ),
  pattern('title', 1, 'the title ends in a question mark', /[?？]\s*$/),
];

const documentation: readonly Sign[] = [
  sign('title', 4, 'the title says so', 'docs?|documentation|readme', true),
  sign(
    'title',
    2.5,
    'the title speaks of the documentation',
    'documentation|docs|readme|typos?|changelog|tutorial|dokumentation|tippfehler|coquille|faute de frappe',
  ),
  pattern('title', 2.5, 'the title speaks of the documentation', /文档|ドキュメント|문서/u),
];

/** What says that an issue is of a type. */
export const typeSigns: Readonly<Record<IssueType, readonly Sign[]>> = {
  bug,
  feature,
  question,
  documentation,
};

/** Work and notes of the people who keep a repository: what stands in them says nothing about the issue. */
export const ownWork =
  /^\W{0,3}(?:chore|build|ci|refactor|perf|style|test|release|meeting|roadmap|tracking|epic|meta)\b|\b(?:meeting notes|minutes|roadmap|tracking issue|release checklist|dependency dashboard)\b/i;
