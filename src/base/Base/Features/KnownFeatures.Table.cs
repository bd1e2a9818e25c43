namespace Cybernetes.Base.Features;

public static partial class KnownFeatures
{
    private const string Alpha = """
        APIServingWithRoutine AllowUnsafeMalformedObjectDeletion CBORServingAndStorage CPUManagerPolicyAlphaOptions CSIVolumeHealth
        ClientsAllowCBOR ClientsPreferCBOR CloudControllerManagerWebhook ComponentFlagz ComponentStatusz ConstrainedImpersonation
        ContainerStopSignals CrossNamespaceVolumeDataSource CustomCPUCFSQuotaPeriod
        """;

    private const string BetaOff = """
        CRDObservedGenerationTracking ClusterTrustBundle ClusterTrustBundleProjection ConcurrentWatchObjectDecode CoordinatedLeaderElection
        """;

    private const string BetaOn = """
        APIResponseCompression APIServerIdentity AllowParsingUserUIDFromCertAuth AtomicFIFO AuthorizePodWebsocketUpgradeCreatePermission
        CPUManagerPolicyBetaOptions ClearingNominatedNodeNameAfterBinding ContainerCheckpoint ContainerRestartRules
        """;

    private const string Stable = """
        CSIServiceAccountTokenSecrets
        """;

    private const string StableLocked = """
        APIServerTracing AnonymousAuthConfigurableEndpoints AnyVolumeDataSource AuthorizeNodeWithSelectors AuthorizeWithSelectors
        BtreeWatchCache CPUManagerPolicyOptions CRDValidationRatcheting ConsistentListFromCache CustomResourceFieldSelectors
        """;
}
