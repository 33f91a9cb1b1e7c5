import type { AwsTool } from '../../aws-calls/define-aws-tool.ts';
import { acceptPeering } from './accept-peering.ts';
import { associateRouteTable } from './associate-route-table.ts';
import { attachInternetGateway } from './attach-internet-gateway.ts';
import { createFlowLog } from './create-flow-log.ts';
import { createInternetGateway } from './create-internet-gateway.ts';
import { createNatGateway } from './create-nat-gateway.ts';
import { createNetworkAclEntry } from './create-network-acl-entry.ts';
import { createPeering } from './create-peering.ts';
import { createRoute } from './create-route.ts';
import { createRouteTable } from './create-route-table.ts';
import { createSubnet } from './create-subnet.ts';
import { createVpc } from './create-vpc.ts';
import { deleteFlowLog } from './delete-flow-log.ts';
import { deleteInternetGateway } from './delete-internet-gateway.ts';
import { deleteNatGateway } from './delete-nat-gateway.ts';
import { deleteNetworkAclEntry } from './delete-network-acl-entry.ts';
import { deletePeering } from './delete-peering.ts';
import { deleteRoute } from './delete-route.ts';
import { deleteRouteTable } from './delete-route-table.ts';
import { deleteSubnet } from './delete-subnet.ts';
import { deleteVpc } from './delete-vpc.ts';
import { describeNetworkAcl } from './describe-network-acl.ts';
import { describePeering } from './describe-peering.ts';
import { detachInternetGateway } from './detach-internet-gateway.ts';
import { disassociateRouteTable } from './disassociate-route-table.ts';
import { explainPath } from './explain-path.ts';
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
  acceptPeering,
  associateRouteTable,
  attachInternetGateway,
  createFlowLog,
  createInternetGateway,
  createNatGateway,
  createNetworkAclEntry,
  createPeering,
  createRouteTable,
  createRoute,
  createSubnet,
  createVpc,
  deleteFlowLog,
  deleteInternetGateway,
  deleteNatGateway,
  deleteNetworkAclEntry,
  deletePeering,
  deleteRouteTable,
  deleteRoute,
  deleteSubnet,
  deleteVpc,
  describeNetworkAcl,
  describePeering,
  detachInternetGateway,
  disassociateRouteTable,
  explainPath,
  listFlowLogs,
  listInternetGateways,
  listNatGateways,
  listNetworkAcls,
  listPeerings,
  listRouteTables,
  listSubnets,
  listVpcs,
];
