namespace Cybernetes.Api.Rules;

/// <content>The list of rules.</content>
public static partial class RulesTable
{
    private static IEnumerable<KindRules> Declare() =>
    [
        new PodRules(),
        new PodTemplateRules(),
        new ReplicationControllerRules(),
        new PersistentVolumeClaimRules(),
        new DeploymentRules(),
        new ReplicaSetRules(),
        new StatefulSetRules(),
        new DaemonSetRules(),
        new ControllerRevisionRules(),
        new JobRules(),
        new CronJobRules(),
        new ConfigMapRules(),
        new SecretRules(),
        new NamespaceRules(),
        new NodeRules(),
        new ServiceAccountRules(),
        new EndpointsRules(),
        new LimitRangeRules(),
        new ResourceQuotaRules(),
        new EventRules(),
        new EventsV1Rules(),
        new PersistentVolumeRules(),
        new LeaseRules(),
        new PriorityClassRules(),
        new RuntimeClassRules(),
        new PodDisruptionBudgetRules(),
        new RoleRules(),
        new ClusterRoleRules(),
        new RoleBindingRules(),
        new ClusterRoleBindingRules(),
        new StorageClassRules(),
        new CSIDriverRules(),
        new CSINodeRules(),
        new CSIStorageCapacityRules(),
        new VolumeAttachmentRules(),
        new VolumeAttributesClassRules(),
        new IngressClassRules(),
        new IPAddressRules(),
        new ServiceCIDRRules(),
    ];
}
