import { z } from 'zod';

/** An id of EC2: a prefix, then 17 hexadecimal digits, or 8 in old accounts. */
function resourceId(prefix: string, noun: string) {
  return z
    .string()
    .regex(
      new RegExp(`^${prefix}-[0-9a-f]{8}([0-9a-f]{9})?$`),
      `an id of ${noun} such as ${prefix}-0123456789abcdef0`,
    )
    .describe(`Id of ${noun}, for example \`${prefix}-0123456789abcdef0\`.`);
}

export const instanceId = resourceId('i', 'an instance');
export const imageId = resourceId('ami', 'an image');
export const snapshotId = resourceId('snap', 'a snapshot');
export const volumeId = resourceId('vol', 'a volume');
export const securityGroupId = resourceId('sg', 'a security group');
export const vpcId = resourceId('vpc', 'a VPC');
export const subnetId = resourceId('subnet', 'a subnet');
export const routeTableId = resourceId('rtb', 'a route table');
export const internetGatewayId = resourceId('igw', 'an internet gateway');
export const natGatewayId = resourceId('nat', 'a NAT gateway');
export const networkAclId = resourceId('acl', 'a network ACL');
export const networkInterfaceId = resourceId('eni', 'a network interface');
export const flowLogId = resourceId('fl', 'a flow log');
export const peeringId = resourceId('pcx', 'a peering connection');
export const allocationId = resourceId('eipalloc', 'an elastic address');

/** For listings. */
export const tagFilter = z
  .object({ key: z.string().min(1).max(128), value: z.string().max(256) })
  .nullish()
  .describe('Only those with this tag.');

/** AWS takes 50 tags to a resource; two are ours. */
export const tags = z
  .array(
    z.object({
      key: z
        .string()
        .min(1)
        .max(128)
        .regex(/^(?!aws:)/i, 'not a key that starts with `aws:`, which is AWS’s own'),
      value: z.string().max(256),
    }),
  )
  .max(40)
  .nullish()
  .describe('Tags to give, at most 40.');

export const name = z.string().min(1).max(255).nullish().describe('Becomes the tag `Name`.');

export const cidr4 = z.cidrv4().describe('An IPv4 block, for example `10.0.0.0/16`.');
export const cidr = z.union([z.cidrv4(), z.cidrv6()]).describe('A block of addresses, IPv4 or IPv6.');

export const port = z.number().int().min(0).max(65_535);

export const instanceType = z
  .string()
  .regex(/^[a-z][a-z0-9-]*\.[a-z0-9-]+$/, 'a type such as t3.small')
  .describe('Type of instance, for example `t3.small`.');

/** ASCII and no colon, which would split an ARN in two; AWS takes 255 characters. */
export const keyPairName = z
  .string()
  .regex(/^[\w .@=+-]{1,255}$/, 'letters, digits, spaces and _.@=+-')
  .describe('Name of the key pair.');

export const zone = z
  .string()
  .regex(/^[a-z]{2}(-[a-z]+)+-\d[a-z]$/, 'an availability zone such as eu-central-1a')
  .describe('Availability zone, for example `eu-central-1a`.');
