/** What a label says that an issue is. */
export type IssueType = 'bug' | 'feature' | 'question' | 'documentation';

/** Usual names, the commonest first, in the languages that repositories are most often kept in. */
const typeNames: Readonly<Record<IssueType, string>> = {
  bug:
    'bug|bugs|bug report|defect|regression|error|fehler|fehlerbericht|bogue|anomalie|error|fallo|errore|erro|defeito|' +
    'ошибка|баг|缺陷|错误|故障|バグ|不具合|버그',
  feature:
    'feature request|enhancement|feature|features|improvement|proposal|idea|wish|rfe|verbesserung|erweiterung|' +
    'funktionswunsch|feature wunsch|wunsch|neue funktion|amélioration|évolution|fonctionnalité|nouvelle fonctionnalité|' +
    'mejora|funcionalidad|nueva funcionalidad|miglioramento|melhoria|funcionalidade|улучшение|功能请求|新功能|功能|特性|增强|改进|建议|' +
    '機能要望|要望|新機能|기능 요청|기능',
  question:
    'question|questions|support|help|frage|hilfe|aide|pregunta|domanda|pergunta|dúvida|вопрос|疑问|提问|咨询|質問|질문',
  documentation:
    'documentation|docs|doc|dokumentation|doku|documentación|documentação|documentazione|документация|文档|文件|ドキュメント|문서',
};

const types: readonly IssueType[] = ['bug', 'feature', 'question', 'documentation'];

/** A label's name without pictures (`🐛 bug`, `:bug: bug`), for comparing. */
export function plainLabel(name: string): string {
  return name
    .replace(/:[a-z0-9_+-]+:/g, ' ')
    .replace(/(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u{FE0F}|\u{200D})/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What stands behind a label's prefix: `type: bug`, `kind/bug`, `T-bug`, `[type] bug` → `bug`. */
export function bareLabel(name: string): string {
  return plainLabel(name)
    .toLowerCase()
    .replace(/^.*[:/：\]]\s*/, '')
    .replace(/^(?:type|kind|typ|art|area|component|priority|prio|severity|[a-z])[-_ ]+(?=\S)/, '')
    .replace(/[-_]+/g, ' ')
    .trim();
}

/** The type that a label means and how usual its name is for it (0: most); undefined for other labels. */
export function typeOfLabel(name: string): { readonly type: IssueType; readonly rank: number } | undefined {
  const bare = bareLabel(name);
  for (const type of types) {
    const rank = typeNames[type].split('|').indexOf(bare);
    if (rank !== -1) return { type, rank };
  }
  return undefined;
}
