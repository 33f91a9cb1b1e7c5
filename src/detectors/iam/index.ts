import type { Detector } from '../../contracts/detector.ts';
import { iamAdminAccess } from './iam-admin-access.ts';
import { iamConditionAlwaysTrue } from './iam-condition-always-true.ts';
import { iamConditionKey } from './iam-condition-key.ts';
import { iamConditionLiteralWildcard } from './iam-condition-literal-wildcard.ts';
import { iamConditionOperator } from './iam-condition-operator.ts';
import { iamConditionType } from './iam-condition-type.ts';
import { iamConfusedDeputy } from './iam-confused-deputy.ts';
import { iamCredentialsExposure } from './iam-credentials-exposure.ts';
import { iamCrossAccountPrincipal } from './iam-cross-account-principal.ts';
import { iamDuplicateSid } from './iam-duplicate-sid.ts';
import { iamInvalidArn } from './iam-invalid-arn.ts';
import { iamNotActionAllow } from './iam-not-action-allow.ts';
import { iamNotPrincipalAllow } from './iam-not-principal-allow.ts';
import { iamNotResourceAllow } from './iam-not-resource-allow.ts';
import { iamOidcTrustUnbound } from './iam-oidc-trust-unbound.ts';
import { iamPassRoleWildcard } from './iam-pass-role-wildcard.ts';
import { iamPermissionsManagement } from './iam-permissions-management.ts';
import { iamPolicyStructure } from './iam-policy-structure.ts';
import { iamPrivilegeEscalation } from './iam-privilege-escalation.ts';
import { iamPublicPrincipal } from './iam-public-principal.ts';
import { iamResourceMismatch } from './iam-resource-mismatch.ts';
import { iamResourceWildcard } from './iam-resource-wildcard.ts';
import { iamSensitiveAccess } from './iam-sensitive-access.ts';
import { iamServiceWildcard } from './iam-service-wildcard.ts';
import { iamUnknownAction } from './iam-unknown-action.ts';

/** The rules of this family; a test proves that this and the folder agree. */
export const iamDetectors: readonly Detector[] = [
  iamAdminAccess,
  iamConditionAlwaysTrue,
  iamConditionKey,
  iamConditionLiteralWildcard,
  iamConditionOperator,
  iamConditionType,
  iamConfusedDeputy,
  iamCredentialsExposure,
  iamCrossAccountPrincipal,
  iamDuplicateSid,
  iamInvalidArn,
  iamNotActionAllow,
  iamNotPrincipalAllow,
  iamNotResourceAllow,
  iamOidcTrustUnbound,
  iamPassRoleWildcard,
  iamPermissionsManagement,
  iamPolicyStructure,
  iamPrivilegeEscalation,
  iamPublicPrincipal,
  iamResourceMismatch,
  iamResourceWildcard,
  iamSensitiveAccess,
  iamServiceWildcard,
  iamUnknownAction,
];
