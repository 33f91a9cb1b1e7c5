import type { Detector } from '../../contracts/detector.ts';
import { alicloudBucketEncryption } from './alicloud-bucket-encryption.ts';
import { alicloudBucketLogging } from './alicloud-bucket-logging.ts';
import { alicloudBucketPublic } from './alicloud-bucket-public.ts';
import { alicloudBucketVersioning } from './alicloud-bucket-versioning.ts';
import { alicloudDatabaseEncryption } from './alicloud-database-encryption.ts';
import { alicloudDatabaseOpen } from './alicloud-database-open.ts';
import { alicloudDatabaseTls } from './alicloud-database-tls.ts';
import { alicloudDiskEncryption } from './alicloud-disk-encryption.ts';
import { alicloudKeyRotation } from './alicloud-key-rotation.ts';
import { alicloudLoadBalancerTls } from './alicloud-load-balancer-tls.ts';
import { alicloudOpenIngress } from './alicloud-open-ingress.ts';
import { alicloudPasswordPolicy } from './alicloud-password-policy.ts';
import { alicloudTrailScope } from './alicloud-trail-scope.ts';
import { awsAcceleratorLogs } from './aws-accelerator-logs.ts';
import { awsAlarmActions } from './aws-alarm-actions.ts';
import { awsAmiOwners } from './aws-ami-owners.ts';
import { awsAnalysisCustomerKey } from './aws-analysis-customer-key.ts';
import { awsApiGatewayAccessLogging } from './aws-api-gateway-access-logging.ts';
import { awsApiGatewayAuthorization } from './aws-api-gateway-authorization.ts';
import { awsApiGatewayCache } from './aws-api-gateway-cache.ts';
import { awsApiGatewayCacheEncryption } from './aws-api-gateway-cache-encryption.ts';
import { awsApiGatewayClientCertificate } from './aws-api-gateway-client-certificate.ts';
import { awsApiGatewayDataTrace } from './aws-api-gateway-data-trace.ts';
import { awsApiGatewayTls } from './aws-api-gateway-tls.ts';
import { awsApiGatewayTracing } from './aws-api-gateway-tracing.ts';
import { awsApiGatewayValidation } from './aws-api-gateway-validation.ts';
import { awsApiOpenCors } from './aws-api-open-cors.ts';
import { awsAppsyncApiKey } from './aws-appsync-api-key.ts';
import { awsAppsyncCacheEncryption } from './aws-appsync-cache-encryption.ts';
import { awsAppsyncLogging } from './aws-appsync-logging.ts';
import { awsAthenaEncryption } from './aws-athena-encryption.ts';
import { awsAthenaEnforceConfiguration } from './aws-athena-enforce-configuration.ts';
import { awsBackupVaultKey } from './aws-backup-vault-key.ts';
import { awsBeanstalkHealth } from './aws-beanstalk-health.ts';
import { awsBeanstalkUpdates } from './aws-beanstalk-updates.ts';
import { awsBedrockGuardrail } from './aws-bedrock-guardrail.ts';
import { awsBuildLogs } from './aws-build-logs.ts';
import { awsCertificateTransparency } from './aws-certificate-transparency.ts';
import { awsCertificateWildcard } from './aws-certificate-wildcard.ts';
import { awsClassicSecurityGroup } from './aws-classic-security-group.ts';
import { awsClientVpnLog } from './aws-client-vpn-log.ts';
import { awsCloudfrontHttps } from './aws-cloudfront-https.ts';
import { awsCloudfrontLogging } from './aws-cloudfront-logging.ts';
import { awsCloudfrontOriginAccess } from './aws-cloudfront-origin-access.ts';
import { awsCloudfrontOriginTls } from './aws-cloudfront-origin-tls.ts';
import { awsCloudfrontResponseHeaders } from './aws-cloudfront-response-headers.ts';
import { awsCloudfrontRootObject } from './aws-cloudfront-root-object.ts';
import { awsCloudfrontTls } from './aws-cloudfront-tls.ts';
import { awsCloudfrontWaf } from './aws-cloudfront-waf.ts';
import { awsCloudsearchTls } from './aws-cloudsearch-tls.ts';
import { awsCloudtrailCloudwatch } from './aws-cloudtrail-cloudwatch.ts';
import { awsCloudtrailCustomerKey } from './aws-cloudtrail-customer-key.ts';
import { awsCloudtrailDataEvents } from './aws-cloudtrail-data-events.ts';
import { awsCloudtrailEnabled } from './aws-cloudtrail-enabled.ts';
import { awsCloudtrailLogValidation } from './aws-cloudtrail-log-validation.ts';
import { awsCloudtrailMultiRegion } from './aws-cloudtrail-multi-region.ts';
import { awsCodeReviewApprovals } from './aws-code-review-approvals.ts';
import { awsCodebuildEncryption } from './aws-codebuild-encryption.ts';
import { awsCodebuildPlainSecret } from './aws-codebuild-plain-secret.ts';
import { awsCodebuildPrivileged } from './aws-codebuild-privileged.ts';
import { awsCognitoAdvancedSecurity } from './aws-cognito-advanced-security.ts';
import { awsCognitoClientFlow } from './aws-cognito-client-flow.ts';
import { awsCognitoDeletionProtection } from './aws-cognito-deletion-protection.ts';
import { awsCognitoMfa } from './aws-cognito-mfa.ts';
import { awsCognitoPassword } from './aws-cognito-password.ts';
import { awsCognitoUnauthenticated } from './aws-cognito-unauthenticated.ts';
import { awsConfigAllRegions } from './aws-config-all-regions.ts';
import { awsConfigRecorderScope } from './aws-config-recorder-scope.ts';
import { awsContainerPrivileged } from './aws-container-privileged.ts';
import { awsCopyEncryption } from './aws-copy-encryption.ts';
import { awsDatabasePlainPassword } from './aws-database-plain-password.ts';
import { awsDatabaseProxyTls } from './aws-database-proxy-tls.ts';
import { awsDaxEncryption } from './aws-dax-encryption.ts';
import { awsDaxTls } from './aws-dax-tls.ts';
import { awsDefaultMasterName } from './aws-default-master-name.ts';
import { awsDefaultSecurityGroupRules } from './aws-default-security-group-rules.ts';
import { awsDefaultVpc } from './aws-default-vpc.ts';
import { awsDeletionProtection } from './aws-deletion-protection.ts';
import { awsDmsEncryptionKey } from './aws-dms-encryption-key.ts';
import { awsDmsSsl } from './aws-dms-ssl.ts';
import { awsDnsQueryLogging } from './aws-dns-query-logging.ts';
import { awsDnsSigning } from './aws-dns-signing.ts';
import { awsDocumentdbAuditParameter } from './aws-documentdb-audit-parameter.ts';
import { awsDocumentdbBackup } from './aws-documentdb-backup.ts';
import { awsDocumentdbCustomerKey } from './aws-documentdb-customer-key.ts';
import { awsDocumentdbEncryption } from './aws-documentdb-encryption.ts';
import { awsDocumentdbLogExport } from './aws-documentdb-log-export.ts';
import { awsDomainLock } from './aws-domain-lock.ts';
import { awsDynamodbCustomerKey } from './aws-dynamodb-customer-key.ts';
import { awsDynamodbRecovery } from './aws-dynamodb-recovery.ts';
import { awsEbsCustomerKey } from './aws-ebs-customer-key.ts';
import { awsEbsEncryption } from './aws-ebs-encryption.ts';
import { awsEcrCustomerKey } from './aws-ecr-customer-key.ts';
import { awsEcrImmutableTags } from './aws-ecr-immutable-tags.ts';
import { awsEcrScan } from './aws-ecr-scan.ts';
import { awsEcsContainerInsights } from './aws-ecs-container-insights.ts';
import { awsEcsContainerLogs } from './aws-ecs-container-logs.ts';
import { awsEcsExecLogging } from './aws-ecs-exec-logging.ts';
import { awsEcsPlainSecret } from './aws-ecs-plain-secret.ts';
import { awsEcsVolumeEncryption } from './aws-ecs-volume-encryption.ts';
import { awsEcsWritableRoot } from './aws-ecs-writable-root.ts';
import { awsEfsAccessPoint } from './aws-efs-access-point.ts';
import { awsEfsEncryption } from './aws-efs-encryption.ts';
import { awsEksClusterAdmin } from './aws-eks-cluster-admin.ts';
import { awsEksControlPlaneLogs } from './aws-eks-control-plane-logs.ts';
import { awsEksNodeSsh } from './aws-eks-node-ssh.ts';
import { awsEksOldVersion } from './aws-eks-old-version.ts';
import { awsEksPublicCidr } from './aws-eks-public-cidr.ts';
import { awsEksPublicEndpoint } from './aws-eks-public-endpoint.ts';
import { awsEksSecretsEncryption } from './aws-eks-secrets-encryption.ts';
import { awsElasticacheBackup } from './aws-elasticache-backup.ts';
import { awsElasticacheFailover } from './aws-elasticache-failover.ts';
import { awsElasticacheRestEncryption } from './aws-elasticache-rest-encryption.ts';
import { awsElasticacheTransitEncryption } from './aws-elasticache-transit-encryption.ts';
import { awsEmrKerberos } from './aws-emr-kerberos.ts';
import { awsEmrLocalDiskEncryption } from './aws-emr-local-disk-encryption.ts';
import { awsEmrPublicAccess } from './aws-emr-public-access.ts';
import { awsEmrRestEncryption } from './aws-emr-rest-encryption.ts';
import { awsEmrSecurityConfiguration } from './aws-emr-security-configuration.ts';
import { awsEmrTransitEncryption } from './aws-emr-transit-encryption.ts';
import { awsEndpointServiceAcceptance } from './aws-endpoint-service-acceptance.ts';
import { awsEventBusOpen } from './aws-event-bus-open.ts';
import { awsFargatePlatform } from './aws-fargate-platform.ts';
import { awsFsxCustomerKey } from './aws-fsx-customer-key.ts';
import { awsFunctionUrlOpen } from './aws-function-url-open.ts';
import { awsGlueConnectionPassword } from './aws-glue-connection-password.ts';
import { awsGlueEncryption } from './aws-glue-encryption.ts';
import { awsGlueSecurityConfiguration } from './aws-glue-security-configuration.ts';
import { awsGraphDatabaseIam } from './aws-graph-database-iam.ts';
import { awsGuarddutyEnabled } from './aws-guardduty-enabled.ts';
import { awsIamAccessKey } from './aws-iam-access-key.ts';
import { awsIamAdminPolicy } from './aws-iam-admin-policy.ts';
import { awsIamGroupMfa } from './aws-iam-group-mfa.ts';
import { awsIamUserPolicy } from './aws-iam-user-policy.ts';
import { awsInitialPassword } from './aws-initial-password.ts';
import { awsInstanceDiskEncryption } from './aws-instance-disk-encryption.ts';
import { awsInstanceMetadataHops } from './aws-instance-metadata-hops.ts';
import { awsInstanceMetadataToken } from './aws-instance-metadata-token.ts';
import { awsInstanceMonitoring } from './aws-instance-monitoring.ts';
import { awsInstancePasswordData } from './aws-instance-password-data.ts';
import { awsInstanceProfile } from './aws-instance-profile.ts';
import { awsInstancePublicIp } from './aws-instance-public-ip.ts';
import { awsInstanceStorageOptimised } from './aws-instance-storage-optimised.ts';
import { awsKinesisEncryption } from './aws-kinesis-encryption.ts';
import { awsKmsDeletionWindow } from './aws-kms-deletion-window.ts';
import { awsKmsDisabled } from './aws-kms-disabled.ts';
import { awsKmsRotation } from './aws-kms-rotation.ts';
import { awsLambdaCodeSigning } from './aws-lambda-code-signing.ts';
import { awsLambdaConcurrency } from './aws-lambda-concurrency.ts';
import { awsLambdaDeadLetter } from './aws-lambda-dead-letter.ts';
import { awsLambdaDeprecatedRuntime } from './aws-lambda-deprecated-runtime.ts';
import { awsLambdaEnvironmentKey } from './aws-lambda-environment-key.ts';
import { awsLambdaPlainSecret } from './aws-lambda-plain-secret.ts';
import { awsLambdaPublic } from './aws-lambda-public.ts';
import { awsLambdaSourceArn } from './aws-lambda-source-arn.ts';
import { awsLambdaTracing } from './aws-lambda-tracing.ts';
import { awsLambdaVpc } from './aws-lambda-vpc.ts';
import { awsLaunchConfiguration } from './aws-launch-configuration.ts';
import { awsLedgerPermissions } from './aws-ledger-permissions.ts';
import { awsLightsailOpenPort } from './aws-lightsail-open-port.ts';
import { awsLoadBalancerDeletionProtection } from './aws-load-balancer-deletion-protection.ts';
import { awsLoadBalancerDesync } from './aws-load-balancer-desync.ts';
import { awsLoadBalancerDropHeaders } from './aws-load-balancer-drop-headers.ts';
import { awsLoadBalancerHttp } from './aws-load-balancer-http.ts';
import { awsLoadBalancerLogging } from './aws-load-balancer-logging.ts';
import { awsLoadBalancerPublic } from './aws-load-balancer-public.ts';
import { awsLoadBalancerTls } from './aws-load-balancer-tls.ts';
import { awsLoadBalancerZones } from './aws-load-balancer-zones.ts';
import { awsLogGroupCustomerKey } from './aws-log-group-customer-key.ts';
import { awsLogGroupRetention } from './aws-log-group-retention.ts';
import { awsLongSession } from './aws-long-session.ts';
import { awsMaciePaused } from './aws-macie-paused.ts';
import { awsMailTls } from './aws-mail-tls.ts';
import { awsMemorydbTls } from './aws-memorydb-tls.ts';
import { awsMqAuditLog } from './aws-mq-audit-log.ts';
import { awsMqGeneralLog } from './aws-mq-general-log.ts';
import { awsMqPublic } from './aws-mq-public.ts';
import { awsMskAuthentication } from './aws-msk-authentication.ts';
import { awsMskCustomerKey } from './aws-msk-customer-key.ts';
import { awsMskLogging } from './aws-msk-logging.ts';
import { awsMskPublic } from './aws-msk-public.ts';
import { awsMskTransitEncryption } from './aws-msk-transit-encryption.ts';
import { awsMwaaLogs } from './aws-mwaa-logs.ts';
import { awsMwaaPublic } from './aws-mwaa-public.ts';
import { awsNeptuneBackup } from './aws-neptune-backup.ts';
import { awsNeptuneCustomerKey } from './aws-neptune-customer-key.ts';
import { awsNeptuneEncryption } from './aws-neptune-encryption.ts';
import { awsNeptuneLogExport } from './aws-neptune-log-export.ts';
import { awsNetworkAclAllProtocols } from './aws-network-acl-all-protocols.ts';
import { awsNetworkAclOpen } from './aws-network-acl-open.ts';
import { awsNetworkFirewallProtection } from './aws-network-firewall-protection.ts';
import { awsOpensearchFineGrained } from './aws-opensearch-fine-grained.ts';
import { awsOpensearchHttps } from './aws-opensearch-https.ts';
import { awsOpensearchLogging } from './aws-opensearch-logging.ts';
import { awsOpensearchNodeEncryption } from './aws-opensearch-node-encryption.ts';
import { awsOpensearchRestEncryption } from './aws-opensearch-rest-encryption.ts';
import { awsOpensearchTls } from './aws-opensearch-tls.ts';
import { awsOpensearchVpc } from './aws-opensearch-vpc.ts';
import { awsParameterTls } from './aws-parameter-tls.ts';
import { awsPasswordAge } from './aws-password-age.ts';
import { awsPasswordLength } from './aws-password-length.ts';
import { awsPasswordLowercase } from './aws-password-lowercase.ts';
import { awsPasswordNumbers } from './aws-password-numbers.ts';
import { awsPasswordReuse } from './aws-password-reuse.ts';
import { awsPasswordSymbols } from './aws-password-symbols.ts';
import { awsPasswordUppercase } from './aws-password-uppercase.ts';
import { awsPostgresFdwVersion } from './aws-postgres-fdw-version.ts';
import { awsPostgresQueryLog } from './aws-postgres-query-log.ts';
import { awsProviderCredentials } from './aws-provider-credentials.ts';
import { awsRdsBackupRetention } from './aws-rds-backup-retention.ts';
import { awsRdsCustomerKey } from './aws-rds-customer-key.ts';
import { awsRdsDeletionProtection } from './aws-rds-deletion-protection.ts';
import { awsRdsIamAuthentication } from './aws-rds-iam-authentication.ts';
import { awsRdsLogExport } from './aws-rds-log-export.ts';
import { awsRdsMinorUpgrades } from './aws-rds-minor-upgrades.ts';
import { awsRdsMonitoring } from './aws-rds-monitoring.ts';
import { awsRdsMultiZone } from './aws-rds-multi-zone.ts';
import { awsRdsOldCertificate } from './aws-rds-old-certificate.ts';
import { awsRdsPerformanceInsights } from './aws-rds-performance-insights.ts';
import { awsRdsPerformanceInsightsKey } from './aws-rds-performance-insights-key.ts';
import { awsRdsPublic } from './aws-rds-public.ts';
import { awsRdsStorageEncryption } from './aws-rds-storage-encryption.ts';
import { awsRedshiftBackup } from './aws-redshift-backup.ts';
import { awsRedshiftClassic } from './aws-redshift-classic.ts';
import { awsRedshiftCustomerKey } from './aws-redshift-customer-key.ts';
import { awsRedshiftEncryption } from './aws-redshift-encryption.ts';
import { awsRedshiftLogging } from './aws-redshift-logging.ts';
import { awsRedshiftVpc } from './aws-redshift-vpc.ts';
import { awsRedshiftVpcRouting } from './aws-redshift-vpc-routing.ts';
import { awsResourceShareExternal } from './aws-resource-share-external.ts';
import { awsS3BlockPublicAcls } from './aws-s3-block-public-acls.ts';
import { awsS3BlockPublicPolicy } from './aws-s3-block-public-policy.ts';
import { awsS3CustomerKey } from './aws-s3-customer-key.ts';
import { awsS3Encryption } from './aws-s3-encryption.ts';
import { awsS3IgnorePublicAcls } from './aws-s3-ignore-public-acls.ts';
import { awsS3Logging } from './aws-s3-logging.ts';
import { awsS3MfaDelete } from './aws-s3-mfa-delete.ts';
import { awsS3ObjectLock } from './aws-s3-object-lock.ts';
import { awsS3ObjectOwnership } from './aws-s3-object-ownership.ts';
import { awsS3OpenCors } from './aws-s3-open-cors.ts';
import { awsS3PublicAccessBlock } from './aws-s3-public-access-block.ts';
import { awsS3PublicAcl } from './aws-s3-public-acl.ts';
import { awsS3RestrictPublicBuckets } from './aws-s3-restrict-public-buckets.ts';
import { awsS3UnfinishedUploads } from './aws-s3-unfinished-uploads.ts';
import { awsS3Versioning } from './aws-s3-versioning.ts';
import { awsS3Website } from './aws-s3-website.ts';
import { awsSagemakerDomainNetwork } from './aws-sagemaker-domain-network.ts';
import { awsSagemakerInternet } from './aws-sagemaker-internet.ts';
import { awsSagemakerKey } from './aws-sagemaker-key.ts';
import { awsSagemakerMetadata } from './aws-sagemaker-metadata.ts';
import { awsSagemakerModelIsolation } from './aws-sagemaker-model-isolation.ts';
import { awsSagemakerNotebookNetwork } from './aws-sagemaker-notebook-network.ts';
import { awsSagemakerRoot } from './aws-sagemaker-root.ts';
import { awsSagemakerTraffic } from './aws-sagemaker-traffic.ts';
import { awsSamApiAuthorizer } from './aws-sam-api-authorizer.ts';
import { awsSamApiCacheEncryption } from './aws-sam-api-cache-encryption.ts';
import { awsSamApiLogging } from './aws-sam-api-logging.ts';
import { awsSamApiTls } from './aws-sam-api-tls.ts';
import { awsSamApiTracing } from './aws-sam-api-tracing.ts';
import { awsSamStateMachineLogging } from './aws-sam-state-machine-logging.ts';
import { awsSamStateMachineTracing } from './aws-sam-state-machine-tracing.ts';
import { awsSamTableEncryption } from './aws-sam-table-encryption.ts';
import { awsSearchCollectionPublic } from './aws-search-collection-public.ts';
import { awsSecretCustomerKey } from './aws-secret-customer-key.ts';
import { awsSecretPlain } from './aws-secret-plain.ts';
import { awsSecretRotation } from './aws-secret-rotation.ts';
import { awsSecretRotationDays } from './aws-secret-rotation-days.ts';
import { awsSecurityGroupDescription } from './aws-security-group-description.ts';
import { awsSecurityGroupOpenEgress } from './aws-security-group-open-egress.ts';
import { awsSecurityGroupOpenIngress } from './aws-security-group-open-ingress.ts';
import { awsSecurityGroupOpenWeb } from './aws-security-group-open-web.ts';
import { awsServiceCustomerKey } from './aws-service-customer-key.ts';
import { awsServiceMinorUpgrades } from './aws-service-minor-upgrades.ts';
import { awsServicePublic } from './aws-service-public.ts';
import { awsSessionEncryption } from './aws-session-encryption.ts';
import { awsSharedDocument } from './aws-shared-document.ts';
import { awsSnsCustomerKey } from './aws-sns-customer-key.ts';
import { awsSnsEncryption } from './aws-sns-encryption.ts';
import { awsSnsHttpSubscription } from './aws-sns-http-subscription.ts';
import { awsSqsCustomerKey } from './aws-sqs-customer-key.ts';
import { awsSqsEncryption } from './aws-sqs-encryption.ts';
import { awsSsmParameterPlain } from './aws-ssm-parameter-plain.ts';
import { awsSubnetPublicIp } from './aws-subnet-public-ip.ts';
import { awsTargetGroupHttp } from './aws-target-group-http.ts';
import { awsTaskHostNamespace } from './aws-task-host-namespace.ts';
import { awsTaskPublicIp } from './aws-task-public-ip.ts';
import { awsTemplateSecretDefault } from './aws-template-secret-default.ts';
import { awsTemplateSecretShown } from './aws-template-secret-shown.ts';
import { awsTimestreamKey } from './aws-timestream-key.ts';
import { awsTransferFtp } from './aws-transfer-ftp.ts';
import { awsTransferPlainKey } from './aws-transfer-plain-key.ts';
import { awsTransferPublic } from './aws-transfer-public.ts';
import { awsTransferSecurityPolicy } from './aws-transfer-security-policy.ts';
import { awsUserDataSecret } from './aws-user-data-secret.ts';
import { awsVpcFlowLogs } from './aws-vpc-flow-logs.ts';
import { awsVpcPeeringAutoAccept } from './aws-vpc-peering-auto-accept.ts';
import { awsWafLogging } from './aws-waf-logging.ts';
import { awsWebFirewall } from './aws-web-firewall.ts';
import { awsWebFirewallKnownBad } from './aws-web-firewall-known-bad.ts';
import { awsWorkspaceEncryption } from './aws-workspace-encryption.ts';
import { azureAksAuthorizedIps } from './azure-aks-authorized-ips.ts';
import { azureAksDiskKey } from './azure-aks-disk-key.ts';
import { azureAksEphemeralDisk } from './azure-aks-ephemeral-disk.ts';
import { azureAksLocalAccounts } from './azure-aks-local-accounts.ts';
import { azureAksLogging } from './azure-aks-logging.ts';
import { azureAksNetworkPolicy } from './azure-aks-network-policy.ts';
import { azureAksNodePublicIp } from './azure-aks-node-public-ip.ts';
import { azureAksPods } from './azure-aks-pods.ts';
import { azureAksPolicyAddon } from './azure-aks-policy-addon.ts';
import { azureAksPrivate } from './azure-aks-private.ts';
import { azureAksRbac } from './azure-aks-rbac.ts';
import { azureAksRunCommand } from './azure-aks-run-command.ts';
import { azureAksSecretRotation } from './azure-aks-secret-rotation.ts';
import { azureAksSystemPool } from './azure-aks-system-pool.ts';
import { azureAksTier } from './azure-aks-tier.ts';
import { azureAksUpgrades } from './azure-aks-upgrades.ts';
import { azureApiHttp } from './azure-api-http.ts';
import { azureApiManagementHardening } from './azure-api-management-hardening.ts';
import { azureApiManagementVersion } from './azure-api-management-version.ts';
import { azureAppAlwaysOn } from './azure-app-always-on.ts';
import { azureAppAuthentication } from './azure-app-authentication.ts';
import { azureAppClientCertificate } from './azure-app-client-certificate.ts';
import { azureAppConfigurationPurge } from './azure-app-configuration-purge.ts';
import { azureAppCors } from './azure-app-cors.ts';
import { azureAppErrorLogs } from './azure-app-error-logs.ts';
import { azureAppFailedRequests } from './azure-app-failed-requests.ts';
import { azureAppFtp } from './azure-app-ftp.ts';
import { azureAppHealth } from './azure-app-health.ts';
import { azureAppHttp2 } from './azure-app-http2.ts';
import { azureAppHttpsOnly } from './azure-app-https-only.ts';
import { azureAppIdentity } from './azure-app-identity.ts';
import { azureAppOldRuntime } from './azure-app-old-runtime.ts';
import { azureAppOpenAccess } from './azure-app-open-access.ts';
import { azureAppPhpVersion } from './azure-app-php-version.ts';
import { azureAppPublicNetwork } from './azure-app-public-network.ts';
import { azureAppRemoteDebugging } from './azure-app-remote-debugging.ts';
import { azureAppRequestLogs } from './azure-app-request-logs.ts';
import { azureAppStorageKey } from './azure-app-storage-key.ts';
import { azureAppTls } from './azure-app-tls.ts';
import { azureAppVnetRoute } from './azure-app-vnet-route.ts';
import { azureApplicationGatewayTls } from './azure-application-gateway-tls.ts';
import { azureAutomationPlainVariable } from './azure-automation-plain-variable.ts';
import { azureBackupSoftDelete } from './azure-backup-soft-delete.ts';
import { azureBatchNodeTraffic } from './azure-batch-node-traffic.ts';
import { azureCertificateKeySize } from './azure-certificate-key-size.ts';
import { azureCertificateValidity } from './azure-certificate-validity.ts';
import { azureContainerAppInsecure } from './azure-container-app-insecure.ts';
import { azureContainerPrivileged } from './azure-container-privileged.ts';
import { azureContainerPublicIp } from './azure-container-public-ip.ts';
import { azureContainerRegistryAdmin } from './azure-container-registry-admin.ts';
import { azureContainerRegistryAnonymous } from './azure-container-registry-anonymous.ts';
import { azureContainerRegistryDataEndpoint } from './azure-container-registry-data-endpoint.ts';
import { azureContainerRegistryExport } from './azure-container-registry-export.ts';
import { azureContainerRegistryQuarantine } from './azure-container-registry-quarantine.ts';
import { azureContainerRegistryRetention } from './azure-container-registry-retention.ts';
import { azureContainerRegistryTier } from './azure-container-registry-tier.ts';
import { azureContainerRegistryTrust } from './azure-container-registry-trust.ts';
import { azureContainerRegistryZones } from './azure-container-registry-zones.ts';
import { azureCosmosCustomerKey } from './azure-cosmos-customer-key.ts';
import { azureCosmosKeyWrites } from './azure-cosmos-key-writes.ts';
import { azureCosmosNetwork } from './azure-cosmos-network.ts';
import { azureDataFactoryPublic } from './azure-data-factory-public.ts';
import { azureDataLakeEncryption } from './azure-data-lake-encryption.ts';
import { azureDatabaseAudit } from './azure-database-audit.ts';
import { azureDatabaseAuditRetention } from './azure-database-audit-retention.ts';
import { azureDatabaseBackupDays } from './azure-database-backup-days.ts';
import { azureDatabaseDirectoryLogin } from './azure-database-directory-login.ts';
import { azureDatabaseFirewallAzure } from './azure-database-firewall-azure.ts';
import { azureDatabaseFirewallOpen } from './azure-database-firewall-open.ts';
import { azureDatabaseGeoBackup } from './azure-database-geo-backup.ts';
import { azureDatabaseInfrastructureEncryption } from './azure-database-infrastructure-encryption.ts';
import { azureDatabaseLedger } from './azure-database-ledger.ts';
import { azureDatabasePublic } from './azure-database-public.ts';
import { azureDatabaseThreatDetection } from './azure-database-threat-detection.ts';
import { azureDatabaseTls } from './azure-database-tls.ts';
import { azureDatabaseTlsVersion } from './azure-database-tls-version.ts';
import { azureDatabaseTransparentEncryption } from './azure-database-transparent-encryption.ts';
import { azureDatabaseVulnerabilityScan } from './azure-database-vulnerability-scan.ts';
import { azureDatabricksPublicNodes } from './azure-databricks-public-nodes.ts';
import { azureDefenderAgents } from './azure-defender-agents.ts';
import { azureDefenderTier } from './azure-defender-tier.ts';
import { azureDirectoryImplicitGrant } from './azure-directory-implicit-grant.ts';
import { azureDirectoryLongSecret } from './azure-directory-long-secret.ts';
import { azureDirectoryPassword } from './azure-directory-password.ts';
import { azureDiskEncryption } from './azure-disk-encryption.ts';
import { azureDiskEncryptionOff } from './azure-disk-encryption-off.ts';
import { azureDiskPublicAccess } from './azure-disk-public-access.ts';
import { azureFederatedSubject } from './azure-federated-subject.ts';
import { azureFirewallIntrusion } from './azure-firewall-intrusion.ts';
import { azureFirewallThreatMode } from './azure-firewall-threat-mode.ts';
import { azureFlowLogEnabled } from './azure-flow-log-enabled.ts';
import { azureFlowLogRetention } from './azure-flow-log-retention.ts';
import { azureFrontDoorWaf } from './azure-front-door-waf.ts';
import { azureKeyvaultAccessPolicy } from './azure-keyvault-access-policy.ts';
import { azureKeyvaultContentType } from './azure-keyvault-content-type.ts';
import { azureKeyvaultExpiry } from './azure-keyvault-expiry.ts';
import { azureKeyvaultKeyHardware } from './azure-keyvault-key-hardware.ts';
import { azureKeyvaultKeyRotation } from './azure-keyvault-key-rotation.ts';
import { azureKeyvaultNetwork } from './azure-keyvault-network.ts';
import { azureKeyvaultPurgeProtection } from './azure-keyvault-purge-protection.ts';
import { azureKeyvaultRetention } from './azure-keyvault-retention.ts';
import { azureKustoEncryption } from './azure-kusto-encryption.ts';
import { azureLogDays } from './azure-log-days.ts';
import { azureMachineLearningImpact } from './azure-machine-learning-impact.ts';
import { azureMonitorCategories } from './azure-monitor-categories.ts';
import { azureMonitorRegions } from './azure-monitor-regions.ts';
import { azureMonitorRetention } from './azure-monitor-retention.ts';
import { azureNetworkDdos } from './azure-network-ddos.ts';
import { azureNetworkDefaultEgress } from './azure-network-default-egress.ts';
import { azureNetworkInterfaceForwarding } from './azure-network-interface-forwarding.ts';
import { azureNetworkInterfacePublic } from './azure-network-interface-public.ts';
import { azureNetworkOpenEgress } from './azure-network-open-egress.ts';
import { azureNetworkOpenIngress } from './azure-network-open-ingress.ts';
import { azureNetworkOpenRdp } from './azure-network-open-rdp.ts';
import { azureNetworkOpenSsh } from './azure-network-open-ssh.ts';
import { azurePlanZones } from './azure-plan-zones.ts';
import { azurePostgresConnectionThrottling } from './azure-postgres-connection-throttling.ts';
import { azurePostgresLogCheckpoints } from './azure-postgres-log-checkpoints.ts';
import { azurePostgresLogConnections } from './azure-postgres-log-connections.ts';
import { azurePostgresLogDays } from './azure-postgres-log-days.ts';
import { azurePostgresLogDisconnections } from './azure-postgres-log-disconnections.ts';
import { azurePostgresLogDuration } from './azure-postgres-log-duration.ts';
import { azureRedisPlainPort } from './azure-redis-plain-port.ts';
import { azureRoleAssignmentOwner } from './azure-role-assignment-owner.ts';
import { azureRoleManagesRoles } from './azure-role-manages-roles.ts';
import { azureRoleScope } from './azure-role-scope.ts';
import { azureRoleWildcard } from './azure-role-wildcard.ts';
import { azureSearchReplicas } from './azure-search-replicas.ts';
import { azureSecurityContactAdmins } from './azure-security-contact-admins.ts';
import { azureSecurityContactAlerts } from './azure-security-contact-alerts.ts';
import { azureSecurityContactPhone } from './azure-security-contact-phone.ts';
import { azureServiceCustomerKey } from './azure-service-customer-key.ts';
import { azureServiceIdentity } from './azure-service-identity.ts';
import { azureServiceLocalAuthentication } from './azure-service-local-authentication.ts';
import { azureServicePublicNetwork } from './azure-service-public-network.ts';
import { azureServiceTls } from './azure-service-tls.ts';
import { azureSpringNetwork } from './azure-spring-network.ts';
import { azureStorageBypass } from './azure-storage-bypass.ts';
import { azureStorageContainerDeletion } from './azure-storage-container-deletion.ts';
import { azureStorageCrossTenant } from './azure-storage-cross-tenant.ts';
import { azureStorageCustomerKey } from './azure-storage-customer-key.ts';
import { azureStorageHttps } from './azure-storage-https.ts';
import { azureStorageInfrastructureEncryption } from './azure-storage-infrastructure-encryption.ts';
import { azureStorageNestedPublic } from './azure-storage-nested-public.ts';
import { azureStorageNetwork } from './azure-storage-network.ts';
import { azureStorageOldSmb } from './azure-storage-old-smb.ts';
import { azureStorageOpenCors } from './azure-storage-open-cors.ts';
import { azureStoragePublicContainer } from './azure-storage-public-container.ts';
import { azureStoragePublicNetwork } from './azure-storage-public-network.ts';
import { azureStorageQueueLogging } from './azure-storage-queue-logging.ts';
import { azureStorageSasPolicy } from './azure-storage-sas-policy.ts';
import { azureStorageSftp } from './azure-storage-sftp.ts';
import { azureStorageSharedKey } from './azure-storage-shared-key.ts';
import { azureStorageSoftDelete } from './azure-storage-soft-delete.ts';
import { azureStorageTls } from './azure-storage-tls.ts';
import { azureStorageVersioning } from './azure-storage-versioning.ts';
import { azureSubnetSecurityGroup } from './azure-subnet-security-group.ts';
import { azureSynapseExfiltration } from './azure-synapse-exfiltration.ts';
import { azureSynapseNetwork } from './azure-synapse-network.ts';
import { azureThreatAlertEmail } from './azure-threat-alert-email.ts';
import { azureThreatAlertOwner } from './azure-threat-alert-owner.ts';
import { azureThreatAlertsDisabled } from './azure-threat-alerts-disabled.ts';
import { azureVaultNetwork } from './azure-vault-network.ts';
import { azureVmAutomaticUpdates } from './azure-vm-automatic-updates.ts';
import { azureVmExtensions } from './azure-vm-extensions.ts';
import { azureVmHostEncryption } from './azure-vm-host-encryption.ts';
import { azureVmNetworkSecurityGroup } from './azure-vm-network-security-group.ts';
import { azureVmPasswordLogin } from './azure-vm-password-login.ts';
import { azureVmPlainPassword } from './azure-vm-plain-password.ts';
import { azureVmTrustedLaunch } from './azure-vm-trusted-launch.ts';
import { azureVpnWeakCipher } from './azure-vpn-weak-cipher.ts';
import { azureWafOff } from './azure-waf-off.ts';
import { azureZoneRedundancy } from './azure-zone-redundancy.ts';
import { cloudflareWeakTls } from './cloudflare-weak-tls.ts';
import { cloudstackPlainSecret } from './cloudstack-plain-secret.ts';
import { composeCapabilities } from './compose-capabilities.ts';
import { composeCpuLimit } from './compose-cpu-limit.ts';
import { composeDatabasePort } from './compose-database-port.ts';
import { composeDevices } from './compose-devices.ts';
import { composeDockerSocket } from './compose-docker-socket.ts';
import { composeHealthcheck } from './compose-healthcheck.ts';
import { composeHostCgroup } from './compose-host-cgroup.ts';
import { composeHostNamespace } from './compose-host-namespace.ts';
import { composeHostNetwork } from './compose-host-network.ts';
import { composeHostRoot } from './compose-host-root.ts';
import { composeLatestImage } from './compose-latest-image.ts';
import { composeMemoryLimit } from './compose-memory-limit.ts';
import { composeNewPrivileges } from './compose-new-privileges.ts';
import { composeNoAuthentication } from './compose-no-authentication.ts';
import { composePidsLimit } from './compose-pids-limit.ts';
import { composePlainSecret } from './compose-plain-secret.ts';
import { composePrivileged } from './compose-privileged.ts';
import { composePrivilegedPort } from './compose-privileged-port.ts';
import { composeRestartLimit } from './compose-restart-limit.ts';
import { composeRootUser } from './compose-root-user.ts';
import { composeUnboundPort } from './compose-unbound-port.ts';
import { composeUnconfined } from './compose-unconfined.ts';
import { composeWritableRoot } from './compose-writable-root.ts';
import { digitaloceanClusterSurge } from './digitalocean-cluster-surge.ts';
import { digitaloceanClusterUpgrades } from './digitalocean-cluster-upgrades.ts';
import { digitaloceanDatabaseFirewall } from './digitalocean-database-firewall.ts';
import { digitaloceanDropletSshKeys } from './digitalocean-droplet-ssh-keys.ts';
import { digitaloceanFirewallEgress } from './digitalocean-firewall-egress.ts';
import { digitaloceanFirewallOpen } from './digitalocean-firewall-open.ts';
import { digitaloceanLoadBalancerHttp } from './digitalocean-load-balancer-http.ts';
import { digitaloceanSpacesForceDestroy } from './digitalocean-spaces-force-destroy.ts';
import { digitaloceanSpacesPublic } from './digitalocean-spaces-public.ts';
import { digitaloceanSpacesVersioning } from './digitalocean-spaces-versioning.ts';
import { dockerfileAdd } from './dockerfile-add.ts';
import { dockerfileAddUrl } from './dockerfile-add-url.ts';
import { dockerfileAdminPort } from './dockerfile-admin-port.ts';
import { dockerfileApkCache } from './dockerfile-apk-cache.ts';
import { dockerfileApt } from './dockerfile-apt.ts';
import { dockerfileAptLists } from './dockerfile-apt-lists.ts';
import { dockerfileAptRecommends } from './dockerfile-apt-recommends.ts';
import { dockerfileAptUpdateAlone } from './dockerfile-apt-update-alone.ts';
import { dockerfileAptYes } from './dockerfile-apt-yes.ts';
import { dockerfileCd } from './dockerfile-cd.ts';
import { dockerfileCopyDestination } from './dockerfile-copy-destination.ts';
import { dockerfileCopyFromItself } from './dockerfile-copy-from-itself.ts';
import { dockerfileDistUpgrade } from './dockerfile-dist-upgrade.ts';
import { dockerfileDnfClean } from './dockerfile-dnf-clean.ts';
import { dockerfileDnfYes } from './dockerfile-dnf-yes.ts';
import { dockerfileDuplicateAlias } from './dockerfile-duplicate-alias.ts';
import { dockerfileFixedPlatform } from './dockerfile-fixed-platform.ts';
import { dockerfileGemUnpinned } from './dockerfile-gem-unpinned.ts';
import { dockerfileInsecureRun } from './dockerfile-insecure-run.ts';
import { dockerfileLatestTag } from './dockerfile-latest-tag.ts';
import { dockerfileMaintainer } from './dockerfile-maintainer.ts';
import { dockerfileMultipleCmd } from './dockerfile-multiple-cmd.ts';
import { dockerfileMultipleEntrypoint } from './dockerfile-multiple-entrypoint.ts';
import { dockerfileMultipleHealthcheck } from './dockerfile-multiple-healthcheck.ts';
import { dockerfileNoHealthcheck } from './dockerfile-no-healthcheck.ts';
import { dockerfileNpmUnpinned } from './dockerfile-npm-unpinned.ts';
import { dockerfilePipCache } from './dockerfile-pip-cache.ts';
import { dockerfilePipUnpinned } from './dockerfile-pip-unpinned.ts';
import { dockerfilePipeToShell } from './dockerfile-pipe-to-shell.ts';
import { dockerfilePipefail } from './dockerfile-pipefail.ts';
import { dockerfilePlainPassword } from './dockerfile-plain-password.ts';
import { dockerfilePlainSecret } from './dockerfile-plain-secret.ts';
import { dockerfilePortRange } from './dockerfile-port-range.ts';
import { dockerfileRelativeWorkdir } from './dockerfile-relative-workdir.ts';
import { dockerfileRootUser } from './dockerfile-root-user.ts';
import { dockerfileSecretFile } from './dockerfile-secret-file.ts';
import { dockerfileSetuid } from './dockerfile-setuid.ts';
import { dockerfileSshPort } from './dockerfile-ssh-port.ts';
import { dockerfileSudo } from './dockerfile-sudo.ts';
import { dockerfileSudoAll } from './dockerfile-sudo-all.ts';
import { dockerfileTwoDownloaders } from './dockerfile-two-downloaders.ts';
import { dockerfileUnverifiedDownload } from './dockerfile-unverified-download.ts';
import { dockerfileUselessCommand } from './dockerfile-useless-command.ts';
import { dockerfileWorldWritable } from './dockerfile-world-writable.ts';
import { dockerfileYarnCache } from './dockerfile-yarn-cache.ts';
import { dockerfileYumClean } from './dockerfile-yum-clean.ts';
import { dockerfileYumYes } from './dockerfile-yum-yes.ts';
import { dockerfileZypperClean } from './dockerfile-zypper-clean.ts';
import { dockerfileZypperDup } from './dockerfile-zypper-dup.ts';
import { dockerfileZypperYes } from './dockerfile-zypper-yes.ts';
import { githubActionsUnrestricted } from './github-actions-unrestricted.ts';
import { githubBranchAdministrators } from './github-branch-administrators.ts';
import { githubBranchReviews } from './github-branch-reviews.ts';
import { githubForcePush } from './github-force-push.ts';
import { githubOrganizationDefaults } from './github-organization-defaults.ts';
import { githubPlainSecret } from './github-plain-secret.ts';
import { githubPublicRepository } from './github-public-repository.ts';
import { githubSignedCommits } from './github-signed-commits.ts';
import { githubVulnerabilityAlerts } from './github-vulnerability-alerts.ts';
import { githubWebhookInsecure } from './github-webhook-insecure.ts';
import { githubWebhookSecret } from './github-webhook-secret.ts';
import { githubWritableDeployKey } from './github-writable-deploy-key.ts';
import { gitlabForcePush } from './gitlab-force-push.ts';
import { gitlabPublicProject } from './gitlab-public-project.ts';
import { gitlabSecretDetection } from './gitlab-secret-detection.ts';
import { gitlabVariableExposed } from './gitlab-variable-exposed.ts';
import { googleAlloydbHardening } from './google-alloydb-hardening.ts';
import { googleApiKeyUnrestricted } from './google-api-key-unrestricted.ts';
import { googleAppEngineCertificate } from './google-app-engine-certificate.ts';
import { googleAppEngineOpen } from './google-app-engine-open.ts';
import { googleArmorAllowsAttack } from './google-armor-allows-attack.ts';
import { googleArmorPreview } from './google-armor-preview.ts';
import { googleAuditExemption } from './google-audit-exemption.ts';
import { googleBackendArmor } from './google-backend-armor.ts';
import { googleBackendHttp } from './google-backend-http.ts';
import { googleBackendLogs } from './google-backend-logs.ts';
import { googleBigqueryKey } from './google-bigquery-key.ts';
import { googleBigqueryPublic } from './google-bigquery-public.ts';
import { googleBinaryAuthorizationPolicy } from './google-binary-authorization-policy.ts';
import { googleConfidentialCompute } from './google-confidential-compute.ts';
import { googleCustomRoleEscalation } from './google-custom-role-escalation.ts';
import { googleDataCustomerKey } from './google-data-customer-key.ts';
import { googleDataprocKerberos } from './google-dataproc-kerberos.ts';
import { googleDataprocPublic } from './google-dataproc-public.ts';
import { googleDefaultFirewallRule } from './google-default-firewall-rule.ts';
import { googleDefaultNetwork } from './google-default-network.ts';
import { googleDeletionProtection } from './google-deletion-protection.ts';
import { googleDiskCustomerKey } from './google-disk-customer-key.ts';
import { googleDiskPlainKey } from './google-disk-plain-key.ts';
import { googleDnsDnssec } from './google-dns-dnssec.ts';
import { googleDnsSha1 } from './google-dns-sha1.ts';
import { googleFilestoreOpen } from './google-filestore-open.ts';
import { googleFirewallAllPorts } from './google-firewall-all-ports.ts';
import { googleFirewallLogs } from './google-firewall-logs.ts';
import { googleFirewallOpenEgress } from './google-firewall-open-egress.ts';
import { googleFirewallOpenIngress } from './google-firewall-open-ingress.ts';
import { googleFirewallOpenRdp } from './google-firewall-open-rdp.ts';
import { googleFirewallOpenSsh } from './google-firewall-open-ssh.ts';
import { googleFirewallPolicyOpen } from './google-firewall-policy-open.ts';
import { googleFolderBasicRole } from './google-folder-basic-role.ts';
import { googleFolderDefaultAccount } from './google-folder-default-account.ts';
import { googleFolderImpersonation } from './google-folder-impersonation.ts';
import { googleFunctionHttp } from './google-function-http.ts';
import { googleFunctionIngress } from './google-function-ingress.ts';
import { googleFunctionPlainSecret } from './google-function-plain-secret.ts';
import { googleFunctionRuntime } from './google-function-runtime.ts';
import { googleGkeAlpha } from './google-gke-alpha.ts';
import { googleGkeAuthorizedNetworks } from './google-gke-authorized-networks.ts';
import { googleGkeAutoRepair } from './google-gke-auto-repair.ts';
import { googleGkeAutoUpgrade } from './google-gke-auto-upgrade.ts';
import { googleGkeBasicAuthentication } from './google-gke-basic-authentication.ts';
import { googleGkeBinaryAuthorization } from './google-gke-binary-authorization.ts';
import { googleGkeClientCertificate } from './google-gke-client-certificate.ts';
import { googleGkeDashboard } from './google-gke-dashboard.ts';
import { googleGkeGroups } from './google-gke-groups.ts';
import { googleGkeIntranodeVisibility } from './google-gke-intranode-visibility.ts';
import { googleGkeIpAliasing } from './google-gke-ip-aliasing.ts';
import { googleGkeLabels } from './google-gke-labels.ts';
import { googleGkeLegacyAbac } from './google-gke-legacy-abac.ts';
import { googleGkeLegacyMetadata } from './google-gke-legacy-metadata.ts';
import { googleGkeLogging } from './google-gke-logging.ts';
import { googleGkeMaintenanceWindow } from './google-gke-maintenance-window.ts';
import { googleGkeMonitoring } from './google-gke-monitoring.ts';
import { googleGkeNetworkPolicy } from './google-gke-network-policy.ts';
import { googleGkeNodeImage } from './google-gke-node-image.ts';
import { googleGkeNodeMetadata } from './google-gke-node-metadata.ts';
import { googleGkeNodeScope } from './google-gke-node-scope.ts';
import { googleGkeOpenControlPlane } from './google-gke-open-control-plane.ts';
import { googleGkePodSecurity } from './google-gke-pod-security.ts';
import { googleGkePosture } from './google-gke-posture.ts';
import { googleGkePrivateNodes } from './google-gke-private-nodes.ts';
import { googleGkeReadOnlyPort } from './google-gke-read-only-port.ts';
import { googleGkeReleaseChannel } from './google-gke-release-channel.ts';
import { googleGkeSecretsEncryption } from './google-gke-secrets-encryption.ts';
import { googleGkeServiceAccount } from './google-gke-service-account.ts';
import { googleGkeShieldedNodes } from './google-gke-shielded-nodes.ts';
import { googleGkeWorkloadIdentity } from './google-gke-workload-identity.ts';
import { googleHttpProxy } from './google-http-proxy.ts';
import { googleIdentityProxy } from './google-identity-proxy.ts';
import { googleKmsDestroyDelay } from './google-kms-destroy-delay.ts';
import { googleKmsRotation } from './google-kms-rotation.ts';
import { googleKmsSoftwareKey } from './google-kms-software-key.ts';
import { googleLegacyNetwork } from './google-legacy-network.ts';
import { googleLogRetention } from './google-log-retention.ts';
import { googleNatLogs } from './google-nat-logs.ts';
import { googleNotebookProxy } from './google-notebook-proxy.ts';
import { googleOrganizationBasicRole } from './google-organization-basic-role.ts';
import { googleOrganizationDefaultAccount } from './google-organization-default-account.ts';
import { googleOrganizationImpersonation } from './google-organization-impersonation.ts';
import { googleOrganizationPolicyOff } from './google-organization-policy-off.ts';
import { googlePlainPassword } from './google-plain-password.ts';
import { googleProjectBasicRole } from './google-project-basic-role.ts';
import { googleProjectDefaultAccount } from './google-project-default-account.ts';
import { googleProjectImpersonation } from './google-project-impersonation.ts';
import { googleProxySslPolicy } from './google-proxy-ssl-policy.ts';
import { googlePublicBinding } from './google-public-binding.ts';
import { googlePubsubKey } from './google-pubsub-key.ts';
import { googlePushHttp } from './google-push-http.ts';
import { googleRedisAuth } from './google-redis-auth.ts';
import { googleRedisTls } from './google-redis-tls.ts';
import { googleRegistryImmutable } from './google-registry-immutable.ts';
import { googleRunIngress } from './google-run-ingress.ts';
import { googleRunInvoker } from './google-run-invoker.ts';
import { googleSecretRotation } from './google-secret-rotation.ts';
import { googleServiceAccountKey } from './google-service-account-key.ts';
import { googleServiceLogs } from './google-service-logs.ts';
import { googleServicePerimeterEmpty } from './google-service-perimeter-empty.ts';
import { googleServicePublicIp } from './google-service-public-ip.ts';
import { googleSqlAuditExtension } from './google-sql-audit-extension.ts';
import { googleSqlAvailability } from './google-sql-availability.ts';
import { googleSqlBackup } from './google-sql-backup.ts';
import { googleSqlContainedAuthentication } from './google-sql-contained-authentication.ts';
import { googleSqlCrossDbChaining } from './google-sql-cross-db-chaining.ts';
import { googleSqlDeletionProtection } from './google-sql-deletion-protection.ts';
import { googleSqlExternalScripts } from './google-sql-external-scripts.ts';
import { googleSqlLocalInfile } from './google-sql-local-infile.ts';
import { googleSqlLogCheckpoints } from './google-sql-log-checkpoints.ts';
import { googleSqlLogConnections } from './google-sql-log-connections.ts';
import { googleSqlLogDisconnections } from './google-sql-log-disconnections.ts';
import { googleSqlLogDuration } from './google-sql-log-duration.ts';
import { googleSqlLogHostname } from './google-sql-log-hostname.ts';
import { googleSqlLogLockWaits } from './google-sql-log-lock-waits.ts';
import { googleSqlLogMinDuration } from './google-sql-log-min-duration.ts';
import { googleSqlLogMinMessages } from './google-sql-log-min-messages.ts';
import { googleSqlLogStatement } from './google-sql-log-statement.ts';
import { googleSqlLogTempFiles } from './google-sql-log-temp-files.ts';
import { googleSqlOldVersion } from './google-sql-old-version.ts';
import { googleSqlOpenNetwork } from './google-sql-open-network.ts';
import { googleSqlPasswordPolicy } from './google-sql-password-policy.ts';
import { googleSqlPointInTime } from './google-sql-point-in-time.ts';
import { googleSqlPublic } from './google-sql-public.ts';
import { googleSqlRemoteAccess } from './google-sql-remote-access.ts';
import { googleSqlShowDatabases } from './google-sql-show-databases.ts';
import { googleSqlTls } from './google-sql-tls.ts';
import { googleSqlTraceFlag } from './google-sql-trace-flag.ts';
import { googleSqlUserHost } from './google-sql-user-host.ts';
import { googleSqlUserOptions } from './google-sql-user-options.ts';
import { googleSslPolicy } from './google-ssl-policy.ts';
import { googleStorageCustomerKey } from './google-storage-customer-key.ts';
import { googleStorageDeletion } from './google-storage-deletion.ts';
import { googleStorageLogging } from './google-storage-logging.ts';
import { googleStorageOpenCors } from './google-storage-open-cors.ts';
import { googleStoragePublic } from './google-storage-public.ts';
import { googleStoragePublicAccessPrevention } from './google-storage-public-access-prevention.ts';
import { googleStorageRetentionLock } from './google-storage-retention-lock.ts';
import { googleStorageUniformAccess } from './google-storage-uniform-access.ts';
import { googleStorageVersioning } from './google-storage-versioning.ts';
import { googleStorageWebsite } from './google-storage-website.ts';
import { googleSubnetworkFlowLogs } from './google-subnetwork-flow-logs.ts';
import { googleSubnetworkPrivateAccess } from './google-subnetwork-private-access.ts';
import { googleUptimeTls } from './google-uptime-tls.ts';
import { googleUserBinding } from './google-user-binding.ts';
import { googleVmDefaultServiceAccount } from './google-vm-default-service-account.ts';
import { googleVmDiskCustomerKey } from './google-vm-disk-customer-key.ts';
import { googleVmFullScope } from './google-vm-full-scope.ts';
import { googleVmIntegrityMonitoring } from './google-vm-integrity-monitoring.ts';
import { googleVmIpForwarding } from './google-vm-ip-forwarding.ts';
import { googleVmOslogin } from './google-vm-oslogin.ts';
import { googleVmProjectSshKeys } from './google-vm-project-ssh-keys.ts';
import { googleVmPublicIp } from './google-vm-public-ip.ts';
import { googleVmSecureBoot } from './google-vm-secure-boot.ts';
import { googleVmSerialPort } from './google-vm-serial-port.ts';
import { googleVmVtpm } from './google-vm-vtpm.ts';
import { googleVpnOldIke } from './google-vpn-old-ike.ts';
import { googleWorkloadIdentityCondition } from './google-workload-identity-condition.ts';
import { helmClusterAdmin } from './helm-cluster-admin.ts';
import { helmHostPath } from './helm-host-path.ts';
import { helmImagePull } from './helm-image-pull.ts';
import { helmInsecureFlag } from './helm-insecure-flag.ts';
import { helmLatestImage } from './helm-latest-image.ts';
import { helmNoAuthentication } from './helm-no-authentication.ts';
import { helmPlainSecret } from './helm-plain-secret.ts';
import { helmRoleWildcard } from './helm-role-wildcard.ts';
import { helmRootUser } from './helm-root-user.ts';
import { hetznerOpenIngress } from './hetzner-open-ingress.ts';
import { huaweiOpenIngress } from './huawei-open-ingress.ts';
import { ibmOpenIngress } from './ibm-open-ingress.ts';
import { kubernetesAddedCapability } from './kubernetes-added-capability.ts';
import { kubernetesAnonymousBinding } from './kubernetes-anonymous-binding.ts';
import { kubernetesApiserverAlwaysAdmit } from './kubernetes-apiserver-always-admit.ts';
import { kubernetesApiserverAlwaysPull } from './kubernetes-apiserver-always-pull.ts';
import { kubernetesApiserverAnonymous } from './kubernetes-apiserver-anonymous.ts';
import { kubernetesApiserverAuditAge } from './kubernetes-apiserver-audit-age.ts';
import { kubernetesApiserverAuditBackups } from './kubernetes-apiserver-audit-backups.ts';
import { kubernetesApiserverAuditLog } from './kubernetes-apiserver-audit-log.ts';
import { kubernetesApiserverAuditPolicy } from './kubernetes-apiserver-audit-policy.ts';
import { kubernetesApiserverAuditSize } from './kubernetes-apiserver-audit-size.ts';
import { kubernetesApiserverAuthorization } from './kubernetes-apiserver-authorization.ts';
import { kubernetesApiserverCiphers } from './kubernetes-apiserver-ciphers.ts';
import { kubernetesApiserverClientCa } from './kubernetes-apiserver-client-ca.ts';
import { kubernetesApiserverDisabledPlugin } from './kubernetes-apiserver-disabled-plugin.ts';
import { kubernetesApiserverEncryption } from './kubernetes-apiserver-encryption.ts';
import { kubernetesApiserverEtcdTls } from './kubernetes-apiserver-etcd-tls.ts';
import { kubernetesApiserverEventLimit } from './kubernetes-apiserver-event-limit.ts';
import { kubernetesApiserverExternalIps } from './kubernetes-apiserver-external-ips.ts';
import { kubernetesApiserverInsecurePort } from './kubernetes-apiserver-insecure-port.ts';
import { kubernetesApiserverKubeletAuthority } from './kubernetes-apiserver-kubelet-authority.ts';
import { kubernetesApiserverKubeletCertificate } from './kubernetes-apiserver-kubelet-certificate.ts';
import { kubernetesApiserverNodeAuthorization } from './kubernetes-apiserver-node-authorization.ts';
import { kubernetesApiserverNodeRestriction } from './kubernetes-apiserver-node-restriction.ts';
import { kubernetesApiserverProfiling } from './kubernetes-apiserver-profiling.ts';
import { kubernetesApiserverRbac } from './kubernetes-apiserver-rbac.ts';
import { kubernetesApiserverSecurePort } from './kubernetes-apiserver-secure-port.ts';
import { kubernetesApiserverSecurityContextDeny } from './kubernetes-apiserver-security-context-deny.ts';
import { kubernetesApiserverServiceAccountKey } from './kubernetes-apiserver-service-account-key.ts';
import { kubernetesApiserverServiceAccountLookup } from './kubernetes-apiserver-service-account-lookup.ts';
import { kubernetesApiserverStaticCredentials } from './kubernetes-apiserver-static-credentials.ts';
import { kubernetesApiserverTls } from './kubernetes-apiserver-tls.ts';
import { kubernetesApparmor } from './kubernetes-apparmor.ts';
import { kubernetesCapabilitiesNotDropped } from './kubernetes-capabilities-not-dropped.ts';
import { kubernetesClusterAdmin } from './kubernetes-cluster-admin.ts';
import { kubernetesConfigMapSecret } from './kubernetes-config-map-secret.ts';
import { kubernetesControllerAddress } from './kubernetes-controller-address.ts';
import { kubernetesControllerCredentials } from './kubernetes-controller-credentials.ts';
import { kubernetesControllerGarbage } from './kubernetes-controller-garbage.ts';
import { kubernetesControllerKey } from './kubernetes-controller-key.ts';
import { kubernetesControllerProfiling } from './kubernetes-controller-profiling.ts';
import { kubernetesControllerRootCa } from './kubernetes-controller-root-ca.ts';
import { kubernetesControllerRotation } from './kubernetes-controller-rotation.ts';
import { kubernetesCpuLimit } from './kubernetes-cpu-limit.ts';
import { kubernetesCpuRequest } from './kubernetes-cpu-request.ts';
import { kubernetesDangerousCapability } from './kubernetes-dangerous-capability.ts';
import { kubernetesDashboard } from './kubernetes-dashboard.ts';
import { kubernetesDefaultAccountBinding } from './kubernetes-default-account-binding.ts';
import { kubernetesDefaultNamespace } from './kubernetes-default-namespace.ts';
import { kubernetesDefaultServiceAccount } from './kubernetes-default-service-account.ts';
import { kubernetesDockerSocket } from './kubernetes-docker-socket.ts';
import { kubernetesEtcdClientAuthentication } from './kubernetes-etcd-client-authentication.ts';
import { kubernetesEtcdPeerAuthentication } from './kubernetes-etcd-peer-authentication.ts';
import { kubernetesEtcdPeerTls } from './kubernetes-etcd-peer-tls.ts';
import { kubernetesEtcdSelfSigned } from './kubernetes-etcd-self-signed.ts';
import { kubernetesEtcdTls } from './kubernetes-etcd-tls.ts';
import { kubernetesExternalIp } from './kubernetes-external-ip.ts';
import { kubernetesGatewayHttp } from './kubernetes-gateway-http.ts';
import { kubernetesGeneratorSecret } from './kubernetes-generator-secret.ts';
import { kubernetesHostAliases } from './kubernetes-host-aliases.ts';
import { kubernetesHostIpc } from './kubernetes-host-ipc.ts';
import { kubernetesHostNetwork } from './kubernetes-host-network.ts';
import { kubernetesHostPath } from './kubernetes-host-path.ts';
import { kubernetesHostPid } from './kubernetes-host-pid.ts';
import { kubernetesHostPort } from './kubernetes-host-port.ts';
import { kubernetesImageDigest } from './kubernetes-image-digest.ts';
import { kubernetesImagePullPolicy } from './kubernetes-image-pull-policy.ts';
import { kubernetesIngressHttp } from './kubernetes-ingress-http.ts';
import { kubernetesIngressSnippet } from './kubernetes-ingress-snippet.ts';
import { kubernetesIngressWildcard } from './kubernetes-ingress-wildcard.ts';
import { kubernetesKubeletAnonymous } from './kubernetes-kubelet-anonymous.ts';
import { kubernetesKubeletAuthorization } from './kubernetes-kubelet-authorization.ts';
import { kubernetesKubeletKernelDefaults } from './kubernetes-kubelet-kernel-defaults.ts';
import { kubernetesKubeletReadOnlyPort } from './kubernetes-kubelet-read-only-port.ts';
import { kubernetesKubeletRotation } from './kubernetes-kubelet-rotation.ts';
import { kubernetesKubeletStreamingTimeout } from './kubernetes-kubelet-streaming-timeout.ts';
import { kubernetesLatestImage } from './kubernetes-latest-image.ts';
import { kubernetesLimitRange } from './kubernetes-limit-range.ts';
import { kubernetesLivenessProbe } from './kubernetes-liveness-probe.ts';
import { kubernetesLowGroupId } from './kubernetes-low-group-id.ts';
import { kubernetesLowUserId } from './kubernetes-low-user-id.ts';
import { kubernetesMemoryLimit } from './kubernetes-memory-limit.ts';
import { kubernetesMemoryRequest } from './kubernetes-memory-request.ts';
import { kubernetesMeshPlainTraffic } from './kubernetes-mesh-plain-traffic.ts';
import { kubernetesMountPropagation } from './kubernetes-mount-propagation.ts';
import { kubernetesNamespacePrivileged } from './kubernetes-namespace-privileged.ts';
import { kubernetesNetRawNotDropped } from './kubernetes-net-raw-not-dropped.ts';
import { kubernetesNetworkPolicySelector } from './kubernetes-network-policy-selector.ts';
import { kubernetesOldRegistry } from './kubernetes-old-registry.ts';
import { kubernetesOpenNetworkPolicy } from './kubernetes-open-network-policy.ts';
import { kubernetesPermissivePodSecurityPolicy } from './kubernetes-permissive-pod-security-policy.ts';
import { kubernetesPlainSecret } from './kubernetes-plain-secret.ts';
import { kubernetesPrivilegeEscalation } from './kubernetes-privilege-escalation.ts';
import { kubernetesPrivileged } from './kubernetes-privileged.ts';
import { kubernetesPrivilegedPort } from './kubernetes-privileged-port.ts';
import { kubernetesProcMount } from './kubernetes-proc-mount.ts';
import { kubernetesReadinessProbe } from './kubernetes-readiness-probe.ts';
import { kubernetesResourceQuota } from './kubernetes-resource-quota.ts';
import { kubernetesRoleAwsAuth } from './kubernetes-role-aws-auth.ts';
import { kubernetesRoleConfigMaps } from './kubernetes-role-config-maps.ts';
import { kubernetesRoleCustomDefinitions } from './kubernetes-role-custom-definitions.ts';
import { kubernetesRoleEvents } from './kubernetes-role-events.ts';
import { kubernetesRoleExec } from './kubernetes-role-exec.ts';
import { kubernetesRoleImpersonation } from './kubernetes-role-impersonation.ts';
import { kubernetesRoleLogs } from './kubernetes-role-logs.ts';
import { kubernetesRoleNetwork } from './kubernetes-role-network.ts';
import { kubernetesRoleNodes } from './kubernetes-role-nodes.ts';
import { kubernetesRoleNodesProxy } from './kubernetes-role-nodes-proxy.ts';
import { kubernetesRolePods } from './kubernetes-role-pods.ts';
import { kubernetesRoleRoles } from './kubernetes-role-roles.ts';
import { kubernetesRoleSecrets } from './kubernetes-role-secrets.ts';
import { kubernetesRoleTokens } from './kubernetes-role-tokens.ts';
import { kubernetesRoleVolumes } from './kubernetes-role-volumes.ts';
import { kubernetesRoleWebhooks } from './kubernetes-role-webhooks.ts';
import { kubernetesRoleWildcard } from './kubernetes-role-wildcard.ts';
import { kubernetesRootGroup } from './kubernetes-root-group.ts';
import { kubernetesRootUser } from './kubernetes-root-user.ts';
import { kubernetesRunAsRoot } from './kubernetes-run-as-root.ts';
import { kubernetesSchedulerAddress } from './kubernetes-scheduler-address.ts';
import { kubernetesSchedulerProfiling } from './kubernetes-scheduler-profiling.ts';
import { kubernetesSeccompContainer } from './kubernetes-seccomp-container.ts';
import { kubernetesSeccompUnconfined } from './kubernetes-seccomp-unconfined.ts';
import { kubernetesSecretStoreHttp } from './kubernetes-secret-store-http.ts';
import { kubernetesSecretVariable } from './kubernetes-secret-variable.ts';
import { kubernetesSelinuxOptions } from './kubernetes-selinux-options.ts';
import { kubernetesServiceAccountToken } from './kubernetes-service-account-token.ts';
import { kubernetesServiceExposed } from './kubernetes-service-exposed.ts';
import { kubernetesSharedProcesses } from './kubernetes-shared-processes.ts';
import { kubernetesSshPort } from './kubernetes-ssh-port.ts';
import { kubernetesSysctl } from './kubernetes-sysctl.ts';
import { kubernetesSystemMasters } from './kubernetes-system-masters.ts';
import { kubernetesSystemNamespace } from './kubernetes-system-namespace.ts';
import { kubernetesTiller } from './kubernetes-tiller.ts';
import { kubernetesTlsUnverified } from './kubernetes-tls-unverified.ts';
import { kubernetesUnknownRegistry } from './kubernetes-unknown-registry.ts';
import { kubernetesVolumeType } from './kubernetes-volume-type.ts';
import { kubernetesWebhookIgnored } from './kubernetes-webhook-ignored.ts';
import { kubernetesWindowsHostProcess } from './kubernetes-windows-host-process.ts';
import { kubernetesWritableRoot } from './kubernetes-writable-root.ts';
import { kubernetesWritableSystemMount } from './kubernetes-writable-system-mount.ts';
import { linodeOpenIngress } from './linode-open-ingress.ts';
import { nifcloudCommonPrivate } from './nifcloud-common-private.ts';
import { nifcloudDatabaseBackup } from './nifcloud-database-backup.ts';
import { nifcloudDatabasePublic } from './nifcloud-database-public.ts';
import { nifcloudHttp } from './nifcloud-http.ts';
import { nifcloudOpenIngress } from './nifcloud-open-ingress.ts';
import { nifcloudSecurityGroupMissing } from './nifcloud-security-group-missing.ts';
import { nifcloudTls } from './nifcloud-tls.ts';
import { nifcloudVerifiedRecord } from './nifcloud-verified-record.ts';
import { openstackOpenEgress } from './openstack-open-egress.ts';
import { openstackOpenIngress } from './openstack-open-ingress.ts';
import { openstackPlainPassword } from './openstack-plain-password.ts';
import { openstackSecurityGroupDescription } from './openstack-security-group-description.ts';
import { oracleBucketEvents } from './oracle-bucket-events.ts';
import { oracleBucketPublic } from './oracle-bucket-public.ts';
import { oracleBucketVersioning } from './oracle-bucket-versioning.ts';
import { oracleCustomerKey } from './oracle-customer-key.ts';
import { oracleInstanceMonitoring } from './oracle-instance-monitoring.ts';
import { oracleLegacyMetadata } from './oracle-legacy-metadata.ts';
import { oracleOpenIngress } from './oracle-open-ingress.ts';
import { oraclePasswordPolicy } from './oracle-password-policy.ts';
import { oraclePublicIp } from './oracle-public-ip.ts';
import { oracleVolumeTransit } from './oracle-volume-transit.ts';
import { scalewayOpenIngress } from './scaleway-open-ingress.ts';
import { tencentBucketPublic } from './tencent-bucket-public.ts';
import { tencentOpenIngress } from './tencent-open-ingress.ts';
import { terraformBackendSecret } from './terraform-backend-secret.ts';
import { terraformHelmSecret } from './terraform-helm-secret.ts';
import { terraformKubernetesOpenEgress } from './terraform-kubernetes-open-egress.ts';
import { terraformKubernetesOpenPolicy } from './terraform-kubernetes-open-policy.ts';
import { terraformModuleInsecure } from './terraform-module-insecure.ts';
import { terraformModuleUnpinned } from './terraform-module-unpinned.ts';
import { terraformPrivateKeyInState } from './terraform-private-key-in-state.ts';
import { terraformSecretInRequest } from './terraform-secret-in-request.ts';
import { terraformStateEncryption } from './terraform-state-encryption.ts';
import { vultrOpenIngress } from './vultr-open-ingress.ts';
import { yandexBucketPublic } from './yandex-bucket-public.ts';
import { yandexOpenIngress } from './yandex-open-ingress.ts';
import { yandexPublicIp } from './yandex-public-ip.ts';
/** The rules of this family; a test proves that this and the folder agree. */
export const infrastructureDetectors: readonly Detector[] = [
  alicloudBucketPublic,
  alicloudOpenIngress,
  awsAmiOwners,
  awsApiGatewayAccessLogging,
  awsApiGatewayAuthorization,
  awsApiGatewayCache,
  awsApiGatewayCacheEncryption,
  awsApiGatewayTls,
  awsApiGatewayTracing,
  awsAppsyncApiKey,
  awsAppsyncLogging,
  awsAthenaEncryption,
  awsAthenaEnforceConfiguration,
  awsBackupVaultKey,
  awsCloudfrontHttps,
  awsCloudfrontLogging,
  awsCloudfrontOriginTls,
  awsCloudfrontTls,
  awsCloudfrontWaf,
  awsCloudtrailCloudwatch,
  awsCloudtrailCustomerKey,
  awsCloudtrailEnabled,
  awsCloudtrailLogValidation,
  awsCloudtrailMultiRegion,
  awsCodebuildEncryption,
  awsCodebuildPlainSecret,
  awsCodebuildPrivileged,
  awsCognitoAdvancedSecurity,
  awsCognitoUnauthenticated,
  awsConfigAllRegions,
  awsDatabasePlainPassword,
  awsDaxEncryption,
  awsDaxTls,
  awsDmsEncryptionKey,
  awsDmsSsl,
  awsDocumentdbBackup,
  awsDocumentdbCustomerKey,
  awsDocumentdbEncryption,
  awsDocumentdbLogExport,
  awsDynamodbCustomerKey,
  awsDynamodbRecovery,
  awsEbsCustomerKey,
  awsEbsEncryption,
  awsEcrCustomerKey,
  awsEcrImmutableTags,
  awsEcrScan,
  awsEcsContainerInsights,
  awsEcsPlainSecret,
  awsEcsVolumeEncryption,
  awsEfsEncryption,
  awsEksControlPlaneLogs,
  awsEksPublicCidr,
  awsEksPublicEndpoint,
  awsEksSecretsEncryption,
  awsElasticacheBackup,
  awsElasticacheRestEncryption,
  awsElasticacheTransitEncryption,
  awsEmrLocalDiskEncryption,
  awsEmrRestEncryption,
  awsEmrTransitEncryption,
  awsFsxCustomerKey,
  awsGlueConnectionPassword,
  awsGuarddutyEnabled,
  awsIamAccessKey,
  awsIamAdminPolicy,
  awsIamUserPolicy,
  awsInstanceDiskEncryption,
  awsInstanceMetadataToken,
  awsInstancePublicIp,
  awsKinesisEncryption,
  awsKmsDeletionWindow,
  awsKmsRotation,
  awsLambdaDeprecatedRuntime,
  awsLambdaPlainSecret,
  awsLambdaPublic,
  awsLambdaSourceArn,
  awsLambdaTracing,
  awsLoadBalancerDeletionProtection,
  awsLoadBalancerDropHeaders,
  awsLoadBalancerHttp,
  awsLoadBalancerLogging,
  awsLoadBalancerPublic,
  awsLoadBalancerTls,
  awsLogGroupCustomerKey,
  awsLogGroupRetention,
  awsMqAuditLog,
  awsMqGeneralLog,
  awsMqPublic,
  awsMskCustomerKey,
  awsMskLogging,
  awsMskTransitEncryption,
  awsMwaaPublic,
  awsNeptuneCustomerKey,
  awsNeptuneEncryption,
  awsNeptuneLogExport,
  awsNetworkAclAllProtocols,
  awsNetworkAclOpen,
  awsOpensearchHttps,
  awsOpensearchLogging,
  awsOpensearchNodeEncryption,
  awsOpensearchRestEncryption,
  awsOpensearchTls,
  awsPasswordAge,
  awsPasswordLength,
  awsPasswordLowercase,
  awsPasswordNumbers,
  awsPasswordReuse,
  awsPasswordSymbols,
  awsPasswordUppercase,
  awsProviderCredentials,
  awsRdsBackupRetention,
  awsRdsCustomerKey,
  awsRdsDeletionProtection,
  awsRdsIamAuthentication,
  awsRdsLogExport,
  awsRdsMinorUpgrades,
  awsRdsPerformanceInsights,
  awsRdsPerformanceInsightsKey,
  awsRdsPublic,
  awsRdsStorageEncryption,
  awsRedshiftClassic,
  awsRedshiftCustomerKey,
  awsRedshiftEncryption,
  awsRedshiftLogging,
  awsRedshiftVpc,
  awsS3BlockPublicAcls,
  awsS3BlockPublicPolicy,
  awsS3CustomerKey,
  awsS3Encryption,
  awsS3IgnorePublicAcls,
  awsS3Logging,
  awsS3MfaDelete,
  awsS3PublicAccessBlock,
  awsS3PublicAcl,
  awsS3RestrictPublicBuckets,
  awsS3Versioning,
  awsSagemakerInternet,
  awsSagemakerKey,
  awsSagemakerRoot,
  awsSamApiCacheEncryption,
  awsSamApiLogging,
  awsSamApiTls,
  awsSamApiTracing,
  awsSamStateMachineLogging,
  awsSamStateMachineTracing,
  awsSamTableEncryption,
  awsSecretCustomerKey,
  awsSecretPlain,
  awsSecurityGroupDescription,
  awsSecurityGroupOpenEgress,
  awsSecurityGroupOpenIngress,
  awsSnsCustomerKey,
  awsSnsEncryption,
  awsSqsCustomerKey,
  awsSqsEncryption,
  awsSsmParameterPlain,
  awsTimestreamKey,
  awsTransferFtp,
  awsTransferPublic,
  awsUserDataSecret,
  awsVpcPeeringAutoAccept,
  awsWorkspaceEncryption,
  azureAksAuthorizedIps,
  azureAksLocalAccounts,
  azureAksLogging,
  azureAksNetworkPolicy,
  azureAksPolicyAddon,
  azureAksPrivate,
  azureAksRbac,
  azureAksUpgrades,
  azureAppAuthentication,
  azureAppClientCertificate,
  azureAppCors,
  azureAppFtp,
  azureAppHttp2,
  azureAppHttpsOnly,
  azureAppIdentity,
  azureAppPhpVersion,
  azureAppPublicNetwork,
  azureAppRemoteDebugging,
  azureAppTls,
  azureApplicationGatewayTls,
  azureContainerRegistryAdmin,
  azureContainerRegistryAnonymous,
  azureCosmosNetwork,
  azureDataFactoryPublic,
  azureDataLakeEncryption,
  azureDatabaseAudit,
  azureDatabaseAuditRetention,
  azureDatabaseFirewallAzure,
  azureDatabaseFirewallOpen,
  azureDatabasePublic,
  azureDatabaseTls,
  azureDatabaseTlsVersion,
  azureDefenderTier,
  azureDiskEncryption,
  azureFlowLogEnabled,
  azureFlowLogRetention,
  azureKeyvaultContentType,
  azureKeyvaultExpiry,
  azureKeyvaultNetwork,
  azureKeyvaultPurgeProtection,
  azureKeyvaultRetention,
  azureMonitorCategories,
  azureMonitorRegions,
  azureMonitorRetention,
  azureNetworkInterfaceForwarding,
  azureNetworkInterfacePublic,
  azureNetworkOpenEgress,
  azureNetworkOpenIngress,
  azureNetworkOpenRdp,
  azureNetworkOpenSsh,
  azurePostgresConnectionThrottling,
  azurePostgresLogCheckpoints,
  azurePostgresLogConnections,
  azureRoleAssignmentOwner,
  azureRoleManagesRoles,
  azureRoleScope,
  azureRoleWildcard,
  azureSecurityContactAdmins,
  azureSecurityContactAlerts,
  azureSecurityContactPhone,
  azureStorageBypass,
  azureStorageCustomerKey,
  azureStorageHttps,
  azureStorageInfrastructureEncryption,
  azureStorageNestedPublic,
  azureStorageNetwork,
  azureStoragePublicContainer,
  azureStoragePublicNetwork,
  azureStorageQueueLogging,
  azureStorageSharedKey,
  azureStorageSoftDelete,
  azureStorageTls,
  azureSynapseNetwork,
  azureThreatAlertEmail,
  azureThreatAlertOwner,
  azureThreatAlertsDisabled,
  azureVmAutomaticUpdates,
  azureVmExtensions,
  azureVmHostEncryption,
  azureVmNetworkSecurityGroup,
  azureVmPasswordLogin,
  azureVmPlainPassword,
  cloudstackPlainSecret,
  composeCapabilities,
  composeDatabasePort,
  composeDockerSocket,
  composeHostNamespace,
  composeHostNetwork,
  composeHostRoot,
  composeLatestImage,
  composePlainSecret,
  composePrivileged,
  composeUnconfined,
  digitaloceanClusterSurge,
  digitaloceanClusterUpgrades,
  digitaloceanDatabaseFirewall,
  digitaloceanDropletSshKeys,
  digitaloceanFirewallEgress,
  digitaloceanFirewallOpen,
  digitaloceanLoadBalancerHttp,
  digitaloceanSpacesForceDestroy,
  digitaloceanSpacesPublic,
  digitaloceanSpacesVersioning,
  dockerfileAdd,
  dockerfileAddUrl,
  dockerfileApkCache,
  dockerfileApt,
  dockerfileAptLists,
  dockerfileAptRecommends,
  dockerfileAptUpdateAlone,
  dockerfileAptYes,
  dockerfileCd,
  dockerfileCopyDestination,
  dockerfileCopyFromItself,
  dockerfileDistUpgrade,
  dockerfileDnfClean,
  dockerfileDnfYes,
  dockerfileDuplicateAlias,
  dockerfileInsecureRun,
  dockerfileLatestTag,
  dockerfileMaintainer,
  dockerfileMultipleCmd,
  dockerfileMultipleEntrypoint,
  dockerfileMultipleHealthcheck,
  dockerfileNoHealthcheck,
  dockerfilePipCache,
  dockerfilePipeToShell,
  dockerfilePlainSecret,
  dockerfilePortRange,
  dockerfileRelativeWorkdir,
  dockerfileRootUser,
  dockerfileSecretFile,
  dockerfileSshPort,
  dockerfileSudo,
  dockerfileUnverifiedDownload,
  dockerfileWorldWritable,
  dockerfileYumClean,
  dockerfileYumYes,
  dockerfileZypperClean,
  dockerfileZypperDup,
  dockerfileZypperYes,
  githubForcePush,
  githubPlainSecret,
  githubPublicRepository,
  githubSignedCommits,
  githubVulnerabilityAlerts,
  githubWebhookInsecure,
  googleBigqueryKey,
  googleBigqueryPublic,
  googleDefaultFirewallRule,
  googleDefaultNetwork,
  googleDiskCustomerKey,
  googleDiskPlainKey,
  googleDnsDnssec,
  googleDnsSha1,
  googleFirewallAllPorts,
  googleFirewallOpenEgress,
  googleFirewallOpenIngress,
  googleFirewallOpenRdp,
  googleFirewallOpenSsh,
  googleFolderBasicRole,
  googleFolderDefaultAccount,
  googleFolderImpersonation,
  googleFunctionIngress,
  googleGkeAuthorizedNetworks,
  googleGkeAutoRepair,
  googleGkeAutoUpgrade,
  googleGkeBasicAuthentication,
  googleGkeBinaryAuthorization,
  googleGkeClientCertificate,
  googleGkeIpAliasing,
  googleGkeLabels,
  googleGkeLegacyAbac,
  googleGkeLegacyMetadata,
  googleGkeLogging,
  googleGkeMonitoring,
  googleGkeNetworkPolicy,
  googleGkeNodeImage,
  googleGkeNodeMetadata,
  googleGkeOpenControlPlane,
  googleGkePodSecurity,
  googleGkePrivateNodes,
  googleGkeSecretsEncryption,
  googleGkeServiceAccount,
  googleGkeShieldedNodes,
  googleHttpProxy,
  googleKmsRotation,
  googleLegacyNetwork,
  googleOrganizationBasicRole,
  googleOrganizationDefaultAccount,
  googleOrganizationImpersonation,
  googleProjectBasicRole,
  googleProjectDefaultAccount,
  googleProjectImpersonation,
  googlePublicBinding,
  googlePubsubKey,
  googleRedisAuth,
  googleRedisTls,
  googleServiceAccountKey,
  googleSqlBackup,
  googleSqlContainedAuthentication,
  googleSqlCrossDbChaining,
  googleSqlDeletionProtection,
  googleSqlLocalInfile,
  googleSqlLogCheckpoints,
  googleSqlLogConnections,
  googleSqlLogDisconnections,
  googleSqlLogLockWaits,
  googleSqlLogMinDuration,
  googleSqlLogMinMessages,
  googleSqlLogTempFiles,
  googleSqlOpenNetwork,
  googleSqlPublic,
  googleSqlTls,
  googleSslPolicy,
  googleStorageCustomerKey,
  googleStorageLogging,
  googleStoragePublic,
  googleStoragePublicAccessPrevention,
  googleStorageUniformAccess,
  googleStorageVersioning,
  googleSubnetworkFlowLogs,
  googleSubnetworkPrivateAccess,
  googleUserBinding,
  googleVmDefaultServiceAccount,
  googleVmDiskCustomerKey,
  googleVmFullScope,
  googleVmIntegrityMonitoring,
  googleVmIpForwarding,
  googleVmOslogin,
  googleVmProjectSshKeys,
  googleVmPublicIp,
  googleVmSecureBoot,
  googleVmSerialPort,
  googleVmVtpm,
  googleWorkloadIdentityCondition,
  hetznerOpenIngress,
  kubernetesAddedCapability,
  kubernetesAnonymousBinding,
  kubernetesApparmor,
  kubernetesCapabilitiesNotDropped,
  kubernetesClusterAdmin,
  kubernetesConfigMapSecret,
  kubernetesCpuLimit,
  kubernetesCpuRequest,
  kubernetesDangerousCapability,
  kubernetesDefaultNamespace,
  kubernetesDefaultServiceAccount,
  kubernetesDockerSocket,
  kubernetesExternalIp,
  kubernetesHostIpc,
  kubernetesHostNetwork,
  kubernetesHostPath,
  kubernetesHostPid,
  kubernetesHostPort,
  kubernetesIngressHttp,
  kubernetesLatestImage,
  kubernetesLivenessProbe,
  kubernetesLowGroupId,
  kubernetesLowUserId,
  kubernetesMemoryLimit,
  kubernetesMemoryRequest,
  kubernetesNetRawNotDropped,
  kubernetesNetworkPolicySelector,
  kubernetesPlainSecret,
  kubernetesPrivilegeEscalation,
  kubernetesPrivileged,
  kubernetesProcMount,
  kubernetesRoleConfigMaps,
  kubernetesRoleExec,
  kubernetesRoleImpersonation,
  kubernetesRoleLogs,
  kubernetesRoleNetwork,
  kubernetesRoleNodesProxy,
  kubernetesRolePods,
  kubernetesRoleRoles,
  kubernetesRoleSecrets,
  kubernetesRoleWebhooks,
  kubernetesRoleWildcard,
  kubernetesRootGroup,
  kubernetesRootUser,
  kubernetesRunAsRoot,
  kubernetesSeccompContainer,
  kubernetesSeccompUnconfined,
  kubernetesSelinuxOptions,
  kubernetesServiceAccountToken,
  kubernetesSysctl,
  kubernetesSystemMasters,
  kubernetesSystemNamespace,
  kubernetesTiller,
  kubernetesVolumeType,
  kubernetesWritableRoot,
  nifcloudCommonPrivate,
  nifcloudDatabaseBackup,
  nifcloudDatabasePublic,
  nifcloudHttp,
  nifcloudOpenIngress,
  nifcloudSecurityGroupMissing,
  nifcloudTls,
  nifcloudVerifiedRecord,
  openstackOpenEgress,
  openstackOpenIngress,
  openstackPlainPassword,
  oracleBucketPublic,
  oracleOpenIngress,
  oraclePublicIp,
  scalewayOpenIngress,
  terraformKubernetesOpenEgress,
  terraformKubernetesOpenPolicy,
  awsDatabaseProxyTls,
  awsTargetGroupHttp,
  awsContainerPrivileged,
  awsTaskHostNamespace,
  awsTaskPublicIp,
  awsSagemakerDomainNetwork,
  awsGlueEncryption,
  awsMemorydbTls,
  awsParameterTls,
  awsGraphDatabaseIam,
  awsLedgerPermissions,
  awsDeletionProtection,
  awsAcceleratorLogs,
  awsSharedDocument,
  awsBuildLogs,
  awsTransferPlainKey,
  awsAnalysisCustomerKey,
  awsApiOpenCors,
  awsSubnetPublicIp,
  awsFunctionUrlOpen,
  awsEventBusOpen,
  azureServicePublicNetwork,
  azureServiceLocalAuthentication,
  azureServiceTls,
  azureContainerPublicIp,
  azureAutomationPlainVariable,
  azureAksRunCommand,
  azureContainerAppInsecure,
  azureVaultNetwork,
  googleServicePublicIp,
  googleRunIngress,
  googleDeletionProtection,
  googleIdentityProxy,
  googleDataCustomerKey,
  kubernetesSharedProcesses,
  kubernetesWindowsHostProcess,
  kubernetesServiceExposed,
  kubernetesRoleTokens,
  kubernetesOpenNetworkPolicy,
  composeDevices,
  composeRootUser,
  composeHostCgroup,
  composeNoAuthentication,
  helmRootUser,
  helmLatestImage,
  helmPlainSecret,
  helmHostPath,
  helmClusterAdmin,
  helmNoAuthentication,
  awsDefaultVpc,
  awsVpcFlowLogs,
  awsDefaultSecurityGroupRules,
  awsIamGroupMfa,
  awsCloudtrailDataEvents,
  awsClassicSecurityGroup,
  awsWafLogging,
  awsWebFirewall,
  awsCertificateTransparency,
  awsDnsQueryLogging,
  awsDnsSigning,
  awsLambdaEnvironmentKey,
  awsLambdaDeadLetter,
  awsLoadBalancerZones,
  awsLoadBalancerDesync,
  awsRdsMultiZone,
  awsRdsMonitoring,
  awsAlarmActions,
  awsServiceCustomerKey,
  awsCopyEncryption,
  awsEcsExecLogging,
  awsEcsWritableRoot,
  awsEcsContainerLogs,
  awsElasticacheFailover,
  awsLightsailOpenPort,
  awsMwaaLogs,
  awsEksNodeSsh,
  awsEndpointServiceAcceptance,
  awsInstancePasswordData,
  awsInstanceMetadataHops,
  awsSecretRotation,
  awsSecretRotationDays,
  awsCognitoMfa,
  awsCognitoPassword,
  awsEmrSecurityConfiguration,
  awsEmrPublicAccess,
  awsBeanstalkUpdates,
  awsGlueSecurityConfiguration,
  awsApiGatewayClientCertificate,
  awsCloudfrontRootObject,
  awsServiceMinorUpgrades,
  awsRedshiftVpcRouting,
  awsRedshiftBackup,
  awsNeptuneBackup,
  awsSagemakerMetadata,
  awsSagemakerModelIsolation,
  awsClientVpnLog,
  awsNetworkFirewallProtection,
  awsTransferSecurityPolicy,
  awsS3Website,
  awsS3OpenCors,
  awsConfigRecorderScope,
  awsDocumentdbAuditParameter,
  awsMskPublic,
  awsMskAuthentication,
  awsOpensearchFineGrained,
  awsOpensearchVpc,
  awsMailTls,
  awsSnsHttpSubscription,
  terraformStateEncryption,
  terraformBackendSecret,
  terraformModuleUnpinned,
  terraformModuleInsecure,
  terraformHelmSecret,
  terraformPrivateKeyInState,
  openstackSecurityGroupDescription,
  terraformSecretInRequest,
  kubernetesHostAliases,
  kubernetesLimitRange,
  kubernetesResourceQuota,
  kubernetesPrivilegedPort,
  kubernetesSecretVariable,
  kubernetesImagePullPolicy,
  kubernetesReadinessProbe,
  kubernetesRoleAwsAuth,
  kubernetesDefaultAccountBinding,
  kubernetesDashboard,
  kubernetesIngressSnippet,
  kubernetesPermissivePodSecurityPolicy,
  kubernetesNamespacePrivileged,
  kubernetesMeshPlainTraffic,
  kubernetesApiserverAnonymous,
  kubernetesApiserverStaticCredentials,
  kubernetesApiserverAuthorization,
  kubernetesApiserverRbac,
  kubernetesApiserverNodeAuthorization,
  kubernetesApiserverAlwaysAdmit,
  kubernetesApiserverNodeRestriction,
  kubernetesApiserverAlwaysPull,
  kubernetesApiserverEventLimit,
  kubernetesApiserverSecurityContextDeny,
  kubernetesApiserverDisabledPlugin,
  kubernetesApiserverInsecurePort,
  kubernetesApiserverSecurePort,
  kubernetesApiserverProfiling,
  kubernetesApiserverAuditLog,
  kubernetesApiserverAuditPolicy,
  kubernetesApiserverAuditAge,
  kubernetesApiserverAuditBackups,
  kubernetesApiserverAuditSize,
  kubernetesApiserverServiceAccountLookup,
  kubernetesApiserverServiceAccountKey,
  kubernetesApiserverEtcdTls,
  kubernetesApiserverTls,
  kubernetesApiserverClientCa,
  kubernetesApiserverKubeletCertificate,
  kubernetesApiserverKubeletAuthority,
  kubernetesApiserverEncryption,
  kubernetesApiserverCiphers,
  kubernetesApiserverExternalIps,
  kubernetesControllerGarbage,
  kubernetesControllerProfiling,
  kubernetesControllerCredentials,
  kubernetesControllerKey,
  kubernetesControllerRootCa,
  kubernetesControllerRotation,
  kubernetesControllerAddress,
  kubernetesSchedulerProfiling,
  kubernetesSchedulerAddress,
  kubernetesEtcdTls,
  kubernetesEtcdClientAuthentication,
  kubernetesEtcdSelfSigned,
  kubernetesEtcdPeerTls,
  kubernetesEtcdPeerAuthentication,
  kubernetesKubeletAnonymous,
  kubernetesKubeletAuthorization,
  kubernetesKubeletReadOnlyPort,
  kubernetesKubeletStreamingTimeout,
  kubernetesKubeletKernelDefaults,
  kubernetesKubeletRotation,
  azureStorageCrossTenant,
  azureStorageOpenCors,
  azureWafOff,
  azureFrontDoorWaf,
  azureDatabaseTransparentEncryption,
  azureDatabaseInfrastructureEncryption,
  azureDatabaseGeoBackup,
  azureDatabaseThreatDetection,
  azureDatabaseDirectoryLogin,
  azurePostgresLogDisconnections,
  azurePostgresLogDuration,
  azurePostgresLogDays,
  azureCertificateKeySize,
  azureAksNodePublicIp,
  azureAksDiskKey,
  azureAksSecretRotation,
  azureContainerRegistryTrust,
  azureContainerRegistryQuarantine,
  azureVmTrustedLaunch,
  azureDiskPublicAccess,
  azureCosmosKeyWrites,
  azureCosmosCustomerKey,
  azureDatabricksPublicNodes,
  azureSynapseExfiltration,
  azureKustoEncryption,
  azureFirewallThreatMode,
  azureSubnetSecurityGroup,
  azureBackupSoftDelete,
  azureAppConfigurationPurge,
  azureAppRequestLogs,
  azureAppErrorLogs,
  azureApiHttp,
  azureRedisPlainPort,
  googleSqlExternalScripts,
  googleSqlRemoteAccess,
  googleSqlTraceFlag,
  googleSqlAuditExtension,
  googleSqlLogStatement,
  googleSqlLogHostname,
  googleSqlLogDuration,
  googleSqlShowDatabases,
  googleSqlUserOptions,
  googleSqlPasswordPolicy,
  googleAuditExemption,
  googleStorageRetentionLock,
  googleArmorAllowsAttack,
  googleDataprocPublic,
  googleGkeAlpha,
  googleGkeIntranodeVisibility,
  googleGkeReleaseChannel,
  googleGkeDashboard,
  googleGkeGroups,
  googleGkeWorkloadIdentity,
  googleFunctionHttp,
  googleApiKeyUnrestricted,
  googleBackendLogs,
  googleNatLogs,
  googleFirewallPolicyOpen,
  oracleBucketVersioning,
  oracleBucketEvents,
  oracleCustomerKey,
  oracleLegacyMetadata,
  oracleVolumeTransit,
  oracleInstanceMonitoring,
  oraclePasswordPolicy,
  alicloudDatabaseOpen,
  alicloudDatabaseTls,
  alicloudDatabaseEncryption,
  alicloudDiskEncryption,
  alicloudKeyRotation,
  alicloudPasswordPolicy,
  alicloudTrailScope,
  alicloudBucketVersioning,
  alicloudBucketLogging,
  alicloudBucketEncryption,
  alicloudLoadBalancerTls,
  githubBranchReviews,
  githubBranchAdministrators,
  githubActionsUnrestricted,
  githubOrganizationDefaults,
  githubWritableDeployKey,
  githubWebhookSecret,
  gitlabPublicProject,
  gitlabForcePush,
  gitlabSecretDetection,
  gitlabVariableExposed,
  yandexPublicIp,
  yandexOpenIngress,
  yandexBucketPublic,
  linodeOpenIngress,
  tencentOpenIngress,
  tencentBucketPublic,
  ibmOpenIngress,
  huaweiOpenIngress,
  vultrOpenIngress,
  cloudflareWeakTls,
  dockerfileTwoDownloaders,
  dockerfilePipefail,
  dockerfileNpmUnpinned,
  dockerfilePipUnpinned,
  dockerfileGemUnpinned,
  dockerfilePlainPassword,
  dockerfileFixedPlatform,
  dockerfileYarnCache,
  dockerfileUselessCommand,
  kubernetesUnknownRegistry,
  awsTemplateSecretShown,
  awsTemplateSecretDefault,
  azureDiskEncryptionOff,
  awsRdsOldCertificate,
  awsCloudsearchTls,
  awsKmsDisabled,
  awsPostgresFdwVersion,
  awsCodeReviewApprovals,
  awsCloudfrontResponseHeaders,
  awsLambdaCodeSigning,
  awsLambdaVpc,
  awsLambdaConcurrency,
  awsApiGatewayDataTrace,
  awsS3UnfinishedUploads,
  awsSagemakerNotebookNetwork,
  awsBeanstalkHealth,
  awsLaunchConfiguration,
  awsEfsAccessPoint,
  awsEksOldVersion,
  awsEmrKerberos,
  awsSessionEncryption,
  awsCloudfrontOriginAccess,
  awsDomainLock,
  awsSagemakerTraffic,
  awsBedrockGuardrail,
  awsAppsyncCacheEncryption,
  awsPostgresQueryLog,
  awsApiGatewayValidation,
  awsS3ObjectOwnership,
  awsCertificateWildcard,
  awsMaciePaused,
  awsSearchCollectionPublic,
  awsCognitoClientFlow,
  awsCognitoDeletionProtection,
  awsEksClusterAdmin,
  awsServicePublic,
  awsInstanceMonitoring,
  awsInstanceProfile,
  awsInstanceStorageOptimised,
  awsDefaultMasterName,
  awsFargatePlatform,
  awsS3ObjectLock,
  awsResourceShareExternal,
  awsLongSession,
  awsInitialPassword,
  awsWebFirewallKnownBad,
  azureAksTier,
  azureAksSystemPool,
  azureAksEphemeralDisk,
  azureServiceIdentity,
  azureContainerRegistryTier,
  azureContainerRegistryExport,
  azureAppHealth,
  azureAppStorageKey,
  azureAppVnetRoute,
  azureAppOldRuntime,
  azureAppOpenAccess,
  azurePlanZones,
  azureZoneRedundancy,
  azureServiceCustomerKey,
  azureMachineLearningImpact,
  azureDatabaseVulnerabilityScan,
  azureDatabaseLedger,
  azureDatabaseBackupDays,
  azureStorageSftp,
  azureStorageSasPolicy,
  azureStorageOldSmb,
  azureKeyvaultAccessPolicy,
  azureKeyvaultKeyHardware,
  azureCertificateValidity,
  azureBatchNodeTraffic,
  azureFirewallIntrusion,
  azureApiManagementHardening,
  azureApiManagementVersion,
  azureNetworkDdos,
  azureNetworkDefaultEgress,
  azureVpnWeakCipher,
  azureLogDays,
  azureContainerPrivileged,
  azureFederatedSubject,
  azureDirectoryImplicitGrant,
  azureDirectoryPassword,
  azureDirectoryLongSecret,
  azureDefenderAgents,
  azureSpringNetwork,
  azureAppFailedRequests,
  azureAppAlwaysOn,
  azureSearchReplicas,
  azureContainerRegistryZones,
  azureContainerRegistryDataEndpoint,
  azureContainerRegistryRetention,
  azureKeyvaultKeyRotation,
  azureStorageVersioning,
  azureStorageContainerDeletion,
  googleSqlAvailability,
  googleSqlOldVersion,
  googlePlainPassword,
  googleFunctionPlainSecret,
  googleSqlUserHost,
  googleConfidentialCompute,
  googleProxySslPolicy,
  googleBackendArmor,
  googleBackendHttp,
  googleFirewallLogs,
  googleVpnOldIke,
  googleGkePosture,
  googleGkeNodeScope,
  googleGkeReadOnlyPort,
  googleGkeMaintenanceWindow,
  googleKmsDestroyDelay,
  googleKmsSoftwareKey,
  googlePushHttp,
  googleRunInvoker,
  googleFunctionRuntime,
  googleDataprocKerberos,
  googleServiceLogs,
  googleRegistryImmutable,
  googleStorageWebsite,
  googleStorageDeletion,
  googleStorageOpenCors,
  googleAppEngineOpen,
  googleCustomRoleEscalation,
  googleOrganizationPolicyOff,
  googleLogRetention,
  googleFilestoreOpen,
  googleAlloydbHardening,
  googleSecretRotation,
  googleArmorPreview,
  googleUptimeTls,
  googleBinaryAuthorizationPolicy,
  googleServicePerimeterEmpty,
  googleAppEngineCertificate,
  googleNotebookProxy,
  awsSamApiAuthorizer,
  kubernetesGeneratorSecret,
  kubernetesIngressWildcard,
  kubernetesRoleVolumes,
  kubernetesRoleEvents,
  kubernetesRoleNodes,
  kubernetesRoleCustomDefinitions,
  kubernetesMountPropagation,
  kubernetesImageDigest,
  kubernetesGatewayHttp,
  kubernetesSecretStoreHttp,
  kubernetesWebhookIgnored,
  kubernetesTlsUnverified,
  kubernetesOldRegistry,
  kubernetesSshPort,
  kubernetesWritableSystemMount,
  composeNewPrivileges,
  composeWritableRoot,
  composeMemoryLimit,
  composeCpuLimit,
  composePidsLimit,
  composeHealthcheck,
  composeRestartLimit,
  composePrivilegedPort,
  composeUnboundPort,
  helmRoleWildcard,
  helmImagePull,
  helmInsecureFlag,
  dockerfileSetuid,
  dockerfileAdminPort,
  dockerfileSudoAll,
  googleSqlPointInTime,
  azureAksPods,
  awsSecurityGroupOpenWeb,
];
