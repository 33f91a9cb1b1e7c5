import type { AwsTool } from '../../aws-calls/define-aws-tool.ts';
import { describeNetworkAcl } from './describe-network-acl.ts';
import { describePeering } from './describe-peering.ts';
import { listFlowLogs } from './list-flow-logs.ts';
import { listInternetGateways } from './list-internet-gateways.ts';
import { listNatGateways } from './list-nat-gateways.ts';
import { listNetworkAcls } from './list-network-acls.ts';
import { listPeerings } from './list-peerings.ts';
import { listRouteTables } from './list-route-tables.ts';
import { listSubnets } from './list-subnets.ts';
import { listVpcs } from './list-vpcs.ts';

/** Amazon VPC: networks, subnets, routes, gateways, network ACLs, flow logs and peering. */
export const vpcTools: readonly AwsTool[] = [
  describeNetworkAcl,
  describePeering,
  listFlowLogs,
  listInternetGateways,
  listNatGateways,
  listNetworkAcls,
  listPeerings,
  listRouteTables,
  listSubnets,
  listVpcs,
];
