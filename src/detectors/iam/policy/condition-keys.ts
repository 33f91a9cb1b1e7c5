import { catalogue } from '../catalogue/catalogue.ts';

/** Types of the global condition keys (IAM user guide, "AWS global condition context keys"), lower-cased. */
const globalKeys: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ARN: ['PrincipalArn', 'SourceArn', 'Ec2InstanceSourceVpcArn', 'VpcArn', 'SourceVpcArn'],
    Bool: [
      'MultiFactorAuthPresent',
      'SecureTransport',
      'PrincipalIsAWSService',
      'ViaAWSService',
      'AssumedRoot',
      'IsMcpServiceAction',
      'ViaAWSMCPService',
    ],
    Date: ['CurrentTime', 'EpochTime', 'TokenIssueTime'],
    IPAddress: ['SourceIp', 'VpcSourceIp', 'Ec2InstanceSourcePrivateIPv4'],
    Numeric: ['MultiFactorAuthAge'],
    ArrayOfString: [
      'PrincipalOrgPaths',
      'PrincipalServiceNamesList',
      'CalledVia',
      'TagKeys',
      'SourceOrgPaths',
      'ResourceOrgPaths',
    ],
    String: [
      'PrincipalAccount',
      'PrincipalOrgID',
      'PrincipalServiceName',
      'PrincipalType',
      'PrincipalTag',
      'userid',
      'username',
      'FederatedProvider',
      'SourceIdentity',
      'Ec2RoleDelivery',
      'SourceVpc',
      'SourceVpce',
      'SourceAccount',
      'SourceOrgID',
      'ResourceAccount',
      'ResourceOrgID',
      'ResourceTag',
      'RequestTag',
      'RequestedRegion',
      'CalledViaFirst',
      'CalledViaLast',
      'Referer',
      'referer',
      'UserAgent',
      'ChatbotSourceArn',
      'VpceAccount',
      'VpceOrgID',
      'VpceOrgPaths',
      'PrincipalIsAWSService',
      'SignInSessionArn',
    ],
  }).flatMap(([type, names]) => names.map(name => [`aws:${name.toLowerCase()}`, type] as const)),
);

/** The documented type of a condition key; undefined when the key is not documented. */
export function typeOfKey(key: string): string | undefined {
  const [name = ''] = key.toLowerCase().split('/', 1);
  return globalKeys.get(name) ?? catalogue.conditionKey(key)?.type;
}

/** Condition operators and the key types they are for (IAM user guide, "condition operators"), lower-cased. */
const operators: ReadonlyMap<string, string> = new Map(
  Object.entries({
    String: [
      'StringEquals',
      'StringNotEquals',
      'StringEqualsIgnoreCase',
      'StringNotEqualsIgnoreCase',
      'StringLike',
      'StringNotLike',
    ],
    Numeric: [
      'NumericEquals',
      'NumericNotEquals',
      'NumericLessThan',
      'NumericLessThanEquals',
      'NumericGreaterThan',
      'NumericGreaterThanEquals',
    ],
    Date: [
      'DateEquals',
      'DateNotEquals',
      'DateLessThan',
      'DateLessThanEquals',
      'DateGreaterThan',
      'DateGreaterThanEquals',
    ],
    Bool: ['Bool'],
    Binary: ['BinaryEquals'],
    IPAddress: ['IpAddress', 'NotIpAddress'],
    ARN: ['ArnEquals', 'ArnNotEquals', 'ArnLike', 'ArnNotLike'],
    Null: ['Null'],
  }).flatMap(([type, names]) => names.map(name => [name.toLowerCase(), type] as const)),
);

/** What an operator such as `ForAnyValue:StringLikeIfExists` is for; undefined when there is no such operator. */
export function operatorType(operator: string): string | undefined {
  const name = operator.toLowerCase().replace(/^for(?:all|any)values?:/, '');
  const base =
    name.endsWith('ifexists') && name !== 'nullifexists' ? name.slice(0, -'ifexists'.length) : name;
  return operators.get(base);
}
