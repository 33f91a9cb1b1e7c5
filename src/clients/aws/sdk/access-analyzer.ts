// What the product uses of this SDK: the bundler leaves out the rest.

export type * from '@aws-sdk/client-accessanalyzer';
export {
  AccessAnalyzerClient,
  ListAnalyzersCommand,
  paginateListAnalyzers,
} from '@aws-sdk/client-accessanalyzer';
