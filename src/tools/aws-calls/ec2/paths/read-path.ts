import type { ToolRefusal } from '../../../../contracts/tool.ts';
import type { AwsClients } from '../../define-aws-tool.ts';
import { instances, securityGroups } from '../compute-kinds.ts';
import { filtersOf, findExisting, findPresent, findResources } from '../find-resources.ts';
import { natGateways, networkAcls, networkInterfaces, peerings, routeTables } from '../network-kinds.ts';
import { shownAclEntries } from '../shown-acl-entries.ts';
import { shownRoutes } from '../shown-routes.ts';
import { shownRules } from '../shown-rules.ts';
import type { InterfaceFacts, PathEnd, PathFacts, SubnetFacts } from './explain-path.ts';

type Reader = { readonly tool: string; readonly aws: AwsClients; readonly signal: AbortSignal };

/** Reads everything that decides about a path; the ends are `internet`, a block, an instance or an interface. */
export async function readPath(
  ends: { readonly from: string; readonly to: string },
  reader: Reader,
): Promise<{ readonly kind: 'facts'; readonly facts: PathFacts } | ToolRefusal> {
  const from = await readEnd(ends.from, reader);
  if (from.kind === 'refused') return from;
  const to = await readEnd(ends.to, reader);
  if (to.kind === 'refused') return to;
  const routes = [from, to].flatMap(end => (end.kind === 'interface' ? end.subnet.table.routes : []));
  const targets = [...new Set(routes.map(({ target }) => target))];
  const facts = {
    from,
    to,
    natGateways: await readNatGateways(
      targets.filter(target => target.startsWith('nat-')),
      reader,
    ),
    peerings: await readPeerings(
      targets.filter(target => target.startsWith('pcx-')),
      reader,
    ),
  };
  return { kind: 'facts', facts };
}

async function readEnd(end: string, reader: Reader): Promise<PathEnd | ToolRefusal> {
  if (end === 'internet') return { kind: 'block', cidr: '0.0.0.0/0' };
  if (end.startsWith('eni-')) return await readInterface(end, undefined, reader);
  if (!end.startsWith('i-')) return { kind: 'block', cidr: end };
  const found = await findExisting(instances, reader.aws, { ...reader, ids: [end] });
  if (found.kind !== 'found') return found;
  const [instance] = found.entries;
  const cards = instance?.NetworkInterfaces ?? [];
  const first = cards.find(({ Attachment }) => Attachment?.DeviceIndex === 0) ?? cards[0];
  if (first?.NetworkInterfaceId === undefined) {
    return {
      kind: 'refused',
      code: 'not-possible',
      message: `${reader.tool}: ${end} is ${instance?.State?.Name ?? 'unknown'} and has no network interface.`,
    };
  }
  const known = { state: instance?.State?.Name, publicIp: instance?.PublicIpAddress };
  return await readInterface(first.NetworkInterfaceId, known, reader);
}

async function readInterface(
  id: string,
  known: { readonly state: string | undefined; readonly publicIp: string | undefined } | undefined,
  reader: Reader,
): Promise<InterfaceFacts | ToolRefusal> {
  const { aws, signal } = reader;
  const found = await findExisting(networkInterfaces, aws, { ...reader, ids: [id] });
  if (found.kind !== 'found') return found;
  const [card] = found.entries;
  const { SubnetId: subnet = '', VpcId: vpc = '', PrivateIpAddress: privateIp = '' } = card ?? {};
  const ids = (card?.Groups ?? []).flatMap(({ GroupId }) => GroupId ?? []);
  const groups = ids.length === 0 ? [] : await findResources(securityGroups, aws, { ids, signal });
  return {
    kind: 'interface',
    id,
    state: known?.state,
    vpc,
    privateIp,
    publicIp: known?.publicIp ?? card?.Association?.PublicIp,
    groups: groups.map(group => ({
      id: securityGroups.idOf(group),
      ingress: shownRules(group.IpPermissions),
      egress: shownRules(group.IpPermissionsEgress),
    })),
    subnet: await readSubnet(subnet, vpc, reader),
  };
}

async function readSubnet(id: string, vpc: string, { aws, signal }: Reader): Promise<SubnetFacts> {
  const filters = filtersOf({ 'association.subnet-id': id });
  const [acl] = await findResources(networkAcls, aws, { filters, signal });
  const [own] = await findResources(routeTables, aws, { filters, signal });
  const ofVpc = filtersOf({ 'vpc-id': vpc, 'association.main': 'true' });
  // A subnet without a table of its own uses its VPC's main one.
  const [table] =
    own === undefined ? await findResources(routeTables, aws, { filters: ofVpc, signal }) : [own];
  return {
    id,
    acl: {
      id: acl?.NetworkAclId ?? 'the network ACL',
      ingress: shownAclEntries(acl?.Entries, false),
      egress: shownAclEntries(acl?.Entries, true),
    },
    table: { id: table?.RouteTableId ?? 'the route table', routes: shownRoutes(table?.Routes) },
  };
}

async function readNatGateways(ids: readonly string[], reader: Reader): Promise<PathFacts['natGateways']> {
  const found = ids.length === 0 ? [] : await findPresent(natGateways, reader.aws, { ...reader, ids });
  const read = found.map(async gateway => {
    const { SubnetId = '', VpcId = '', State: state = 'unknown', ConnectivityType } = gateway;
    const subnet = await readSubnet(SubnetId, VpcId, reader);
    return [natGateways.idOf(gateway), { state, isPublic: ConnectivityType !== 'private', subnet }] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}

async function readPeerings(ids: readonly string[], reader: Reader): Promise<PathFacts['peerings']> {
  const found = ids.length === 0 ? [] : await findPresent(peerings, reader.aws, { ...reader, ids });
  return Object.fromEntries(
    found.map(peering => {
      const vpcs = [peering.RequesterVpcInfo?.VpcId, peering.AccepterVpcInfo?.VpcId].flatMap(
        vpc => vpc ?? [],
      );
      return [peerings.idOf(peering), { status: peering.Status?.Code ?? 'unknown', vpcs }];
    }),
  );
}
