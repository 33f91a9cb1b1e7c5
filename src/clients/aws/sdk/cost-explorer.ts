// What the product uses of this SDK: the bundler leaves out the rest.

export type * from '@aws-sdk/client-cost-explorer';
export {
  CostExplorerClient,
  GetCostAndUsageCommand,
} from '@aws-sdk/client-cost-explorer';
