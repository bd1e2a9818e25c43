using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.KubeletConfigV1Beta1;

[Message]
public sealed partial record KubeletAuthorization
{
    [Field]
    public partial string Mode { get; init; }

    [Field(Always = true)]
    public partial KubeletWebhookAuthorization Webhook { get; init; }
}

[Message]
public sealed partial record KubeletWebhookAuthorization
{
    [Field]
    public partial Duration CacheAuthorizedTTL { get; init; }

    [Field]
    public partial Duration CacheUnauthorizedTTL { get; init; }
}

[Message]
public sealed partial record KubeletAuthentication
{
    [Field(Always = true)]
    public partial KubeletX509Authentication X509 { get; init; }

    [Field(Always = true)]
    public partial KubeletWebhookAuthentication Webhook { get; init; }

    [Field(Always = true)]
    public partial KubeletAnonymousAuthentication Anonymous { get; init; }
}

[Message]
public sealed partial record KubeletX509Authentication
{
    [Field]
    public partial string ClientCAFile { get; init; }
}

[Message]
public sealed partial record KubeletWebhookAuthentication
{
    [Field]
    public partial bool? Enabled { get; init; }

    [Field]
    public partial Duration CacheTTL { get; init; }
}

[Message]
public sealed partial record KubeletAnonymousAuthentication
{
    [Field]
    public partial bool? Enabled { get; init; }
}

[Message]
public sealed partial record MemoryReservation
{
    [Field(Always = true)]
    public partial int NumaNode { get; init; }

    [Field(Always = true)]
    public partial ValueMap<Quantity> Limits { get; init; }
}

[Message]
public sealed partial record ShutdownGracePeriodByPodPriority
{
    [Field(Always = true)]
    public partial int Priority { get; init; }

    [Field(Always = true)]
    public partial long ShutdownGracePeriodSeconds { get; init; }
}

[Message]
public sealed partial record MemorySwapConfiguration
{
    [Field]
    public partial string SwapBehavior { get; init; }
}

[Message]
public sealed partial record CrashLoopBackOffConfig
{
    [Field]
    public partial Duration? MaxContainerRestartPeriod { get; init; }
}

[Message]
public sealed partial record CredentialProvider
{
    [Field(Always = true)]
    public partial string Name { get; init; }

    [Field(Always = true)]
    public partial ValueList<string> MatchImages { get; init; }

    [Field(Always = true)]
    public partial Duration? DefaultCacheDuration { get; init; }

    [Field(Always = true)]
    public partial string ApiVersion { get; init; }

    [Field]
    public partial ValueList<string> Args { get; init; }

    [Field]
    public partial ValueList<ExecEnvVar> Env { get; init; }
}

[Message]
public sealed partial record ExecEnvVar
{
    [Field(Always = true)]
    public partial string Name { get; init; }

    [Field(Always = true)]
    public partial string Value { get; init; }
}

[Message]
public sealed partial record UserNamespaces
{
    [Field]
    public partial long? IdsPerPod { get; init; }
}

[Message]
public sealed partial record ImagePullCredentials
{
    [Field]
    public partial ValueList<ImagePullSecret> KubernetesSecrets { get; init; }

    [Field]
    public partial ValueList<ImagePullServiceAccount> KubernetesServiceAccounts { get; init; }

    [Field]
    public partial bool NodePodsAccessible { get; init; }
}

[Message]
public sealed partial record ImagePullSecret
{
    [Field(Always = true)]
    public partial string Uid { get; init; }

    [Field(Always = true)]
    public partial string Namespace { get; init; }

    [Field(Always = true)]
    public partial string Name { get; init; }

    [Field(Always = true)]
    public partial string CredentialHash { get; init; }
}

[Message]
public sealed partial record ImagePullServiceAccount
{
    [Field(Always = true)]
    public partial string Uid { get; init; }

    [Field(Always = true)]
    public partial string Namespace { get; init; }

    [Field(Always = true)]
    public partial string Name { get; init; }
}
