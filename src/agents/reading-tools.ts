/** Tools with which an agent reads a repository's code and history. */
export const codeReadingTools = [
  'github_get_repository',
  'github_list_files',
  'github_read_file',
  'github_search_code',
  'github_list_commits',
  'github_compare_commits',
] as const;
