// What the product uses of this SDK: the bundler leaves out the rest.

export type * from '@aws-sdk/client-accessanalyzer';
export {
  AccessAnalyzerClient,
  ListAnalyzersCommand,
} from '@aws-sdk/client-accessanalyzer';
