import type { ReadFailure } from '../contracts/audit.ts';

/** What one read gave. */
export type Read<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'failed'; readonly failure: ReadFailure };

/** The part of an account that controls look at: everything read, and what could not be. */
export type Snapshot = {
  /** Undefined when AWS did not tell. */
  readonly accountId: string | undefined;
  /** Only what was asked for. */
  readonly account: { readonly [Name in keyof AccountReads]?: Read<AccountReads[Name]> };
  readonly regions: readonly RegionSnapshot[];
  /** Regions enabled for the account that were left out; undefined when AWS did not tell which are enabled. */
  readonly unscanned: readonly string[] | undefined;
};

export type RegionSnapshot = {
  readonly region: string;
  readonly reads: { readonly [Name in keyof RegionReads]?: Read<RegionReads[Name]> };
};

/** What is read once for an account. */
export type AccountReads = {
  /** Whether there is a security contact. */
  'security-contact': boolean;
  /** `iam:GetAccountSummary`: numbers by name. */
  'account-summary': Readonly<Record<string, number>>;
  /** ARNs of virtual MFA devices in use. */
  'virtual-mfa-devices': readonly string[];
  'password-policy': PasswordPolicy | null;
  'credential-report': readonly CredentialRow[];
  users: readonly IamUser[];
  'attached-policies': readonly AttachedPolicy[];
  /** Who has `AWSSupportAccess`. */
  'support-access': PolicyHolders;
  /** Who has `AWSCloudShellFullAccess`. */
  'cloud-shell-access': PolicyHolders;
  'server-certificates': readonly { readonly name: string; readonly expiresAt: string }[];
  'account-public-access-block': PublicAccessBlock | null;
  'bucket-policies': readonly { readonly bucket: string; readonly policy: Read<unknown> }[];
  'bucket-public-access-blocks': readonly {
    readonly bucket: string;
    readonly block: Read<PublicAccessBlock | null>;
  }[];
  'bucket-versioning': readonly { readonly bucket: string; readonly mfaDelete: Read<boolean> }[];
  /** Of the buckets that trails write to; `foreign`: another account's. */
  'trail-bucket-logging': readonly {
    readonly bucket: string;
    readonly logging: Read<boolean> | 'foreign';
  }[];
};

/** What is read in every region. */
export type RegionReads = {
  instances: readonly Instance[];
  'security-groups': readonly SecurityGroup[];
  'network-acls': readonly NetworkAcl[];
  'route-tables': readonly RouteTable[];
  'peering-connections': readonly PeeringConnection[];
  vpcs: readonly string[];
  'flow-logs': readonly { readonly resource: string; readonly isActive: boolean }[];
  'ebs-encryption': boolean;
  'database-instances': readonly DatabaseInstance[];
  'file-systems': readonly { readonly id: string; readonly isEncrypted: boolean }[];
  analyzers: readonly { readonly name: string; readonly isActive: boolean }[];
  /** Trails of the region and those of others that cover it. */
  trails: readonly Trail[];
  'trail-status': readonly { readonly trail: string; readonly isLogging: Read<boolean> }[];
  'trail-selectors': readonly { readonly trail: string; readonly selectors: Read<TrailSelectors> }[];
  recorders: readonly ConfigRecorder[];
  keys: readonly KmsKey[];
  'log-alarms': readonly MetricFilter[];
  'security-hub': boolean;
};

export type PasswordPolicy = {
  readonly minimumLength: number;
  /** Passwords that may not be used again; 0: all may. */
  readonly reusePrevention: number;
};

/** A row of the credential report; absent times are null. ISO 8601. */
export type CredentialRow = {
  /** `<root_account>` for the root user. */
  readonly user: string;
  readonly arn: string;
  readonly createdAt: string | null;
  readonly hasPassword: boolean;
  readonly passwordUsedAt: string | null;
  readonly passwordChangedAt: string | null;
  readonly hasMfa: boolean;
  readonly keys: readonly {
    readonly isActive: boolean;
    readonly rotatedAt: string | null;
    readonly usedAt: string | null;
  }[];
};

export type IamUser = {
  readonly name: string;
  readonly inlinePolicies: readonly string[];
  readonly attachedPolicies: readonly string[];
};

/** A managed policy that is attached to something, with its default version. */
export type AttachedPolicy = {
  readonly arn: string;
  /** JSON, not yet validated. */
  readonly document: Read<unknown>;
};

export type PolicyHolders = {
  readonly users: readonly string[];
  readonly groups: readonly string[];
  readonly roles: readonly string[];
};

export type PublicAccessBlock = {
  readonly blockPublicAcls: boolean;
  readonly ignorePublicAcls: boolean;
  readonly blockPublicPolicy: boolean;
  readonly restrictPublicBuckets: boolean;
};

export type Instance = {
  readonly id: string;
  /** `running`, `stopped`, `terminated`, … */
  readonly state: string;
  readonly hasProfile: boolean;
  /** Of the metadata service: `required` or `optional`. */
  readonly httpTokens: string;
  readonly hasMetadataEndpoint: boolean;
};

export type PortRule = {
  /** `tcp`, `udp`, `icmp`, `-1` for all, or a number. */
  readonly protocol: string;
  /** Null: every port. */
  readonly from: number | null;
  readonly to: number | null;
  readonly ranges: readonly string[];
};

export type SecurityGroup = {
  readonly id: string;
  readonly name: string;
  readonly ingress: readonly PortRule[];
  readonly ingressRules: number;
  readonly egressRules: number;
};

export type NetworkAcl = {
  readonly id: string;
  readonly ingress: readonly {
    readonly number: number;
    readonly isAllowed: boolean;
    readonly protocol: string;
    readonly from: number | null;
    readonly to: number | null;
    readonly range: string;
  }[];
};

export type RouteTable = {
  readonly id: string;
  /** Those over peering connections. */
  readonly peerRoutes: readonly { readonly connection: string; readonly destination: string }[];
};

export type PeeringConnection = {
  readonly id: string;
  /** CIDR blocks of both sides. */
  readonly ranges: readonly string[];
};

export type DatabaseInstance = {
  readonly name: string;
  readonly isEncrypted: boolean;
  readonly hasMinorUpgrades: boolean;
  readonly isPublic: boolean;
  readonly isMultiZone: boolean;
};

export type Trail = {
  readonly arn: string;
  readonly homeRegion: string;
  readonly isMultiRegion: boolean;
  readonly hasValidation: boolean;
  readonly keyId: string | null;
  readonly bucket: string | null;
  readonly logGroupArn: string | null;
};

/** Event selectors, basic and advanced. */
export type TrailSelectors = {
  readonly basic: readonly {
    /** `All`, `ReadOnly` or `WriteOnly`. */
    readonly readWrite: string;
    readonly hasManagementEvents: boolean;
    /** Sources that are left out, `kms.amazonaws.com` for example. */
    readonly excludedSources: readonly string[];
    readonly data: readonly { readonly type: string; readonly values: readonly string[] }[];
  }[];
  readonly advanced: readonly {
    readonly fields: readonly {
      readonly field: string;
      readonly equals: readonly string[];
      /** Whether it narrows in another way than by `equals`. */
      readonly hasOther: boolean;
    }[];
  }[];
};

export type ConfigRecorder = {
  readonly name: string;
  readonly isRecording: boolean;
  /** `SUCCESS`, `FAILURE`, `PENDING`, or empty before the first. */
  readonly lastStatus: string;
  readonly recordsAll: boolean;
};

export type KmsKey = {
  readonly arn: string;
  /** What `kms:DescribeKey` and `kms:GetKeyRotationStatus` say of a customer's key. */
  readonly details: Read<KmsKeyDetails>;
};

export type KmsKeyDetails = {
  readonly isCustomers: boolean;
  readonly isEnabled: boolean;
  readonly spec: string;
  /** `AWS_KMS`, `EXTERNAL`, `AWS_CLOUDHSM`, … */
  readonly origin: string;
  /** Null where it was not asked: AWS cannot rotate such a key. */
  readonly isRotated: boolean | null;
};

/** A metric filter of a log group that a trail writes to, with what hears of it. */
export type MetricFilter = {
  readonly logGroupArn: string;
  readonly name: string;
  readonly pattern: string;
  /** Alarms on its metrics. */
  readonly alarms: Read<
    readonly {
      readonly name: string;
      readonly hasActions: boolean;
      /** Topics that it notifies, with their confirmed subscriptions' number. */
      readonly topics: readonly { readonly arn: string; readonly confirmed: Read<number> }[];
    }[]
  >;
};
