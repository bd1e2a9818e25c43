using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.KubeletConfigV1Beta1;

/// <summary>What a request may do.</summary>
[Message]
public sealed partial record KubeletAuthorization
{
    /// <summary><c>Webhook</c> (the default) asks the API server; <c>AlwaysAllow</c>.</summary>
    [Field]
    public partial string Mode { get; init; }

    /// <summary>Settings of Webhook.</summary>
    [Field(Always = true)]
    public partial KubeletWebhookAuthorization Webhook { get; init; }
}

/// <summary>Settings of Webhook.</summary>
[Message]
public sealed partial record KubeletWebhookAuthorization
{
    /// <summary>How long a yes is kept; 5m by default.</summary>
    [Field]
    public partial Duration CacheAuthorizedTTL { get; init; }

    /// <summary>How long a no is kept; 30s by default.</summary>
    [Field]
    public partial Duration CacheUnauthorizedTTL { get; init; }
}

/// <summary>Who a request comes from.</summary>
[Message]
public sealed partial record KubeletAuthentication
{
    /// <summary>By client certificate.</summary>
    [Field(Always = true)]
    public partial KubeletX509Authentication X509 { get; init; }

    /// <summary>By token, asked of the API server.</summary>
    [Field(Always = true)]
    public partial KubeletWebhookAuthentication Webhook { get; init; }

    /// <summary>Requests without either.</summary>
    [Field(Always = true)]
    public partial KubeletAnonymousAuthentication Anonymous { get; init; }
}

/// <summary>By client certificate.</summary>
[Message]
public sealed partial record KubeletX509Authentication
{
    /// <summary>The authorities that are trusted.</summary>
    [Field]
    public partial string ClientCAFile { get; init; }
}

/// <summary>By token.</summary>
[Message]
public sealed partial record KubeletWebhookAuthentication
{
    /// <summary>Whether tokens are asked about. True by default.</summary>
    [Field]
    public partial bool? Enabled { get; init; }

    /// <summary>How long answers are kept; 2m by default.</summary>
    [Field]
    public partial Duration CacheTTL { get; init; }
}

/// <summary>Requests without credentials.</summary>
[Message]
public sealed partial record KubeletAnonymousAuthentication
{
    /// <summary>Whether they are let in as system:anonymous. False by default.</summary>
    [Field]
    public partial bool? Enabled { get; init; }
}

/// <summary>Memory kept for the system on a NUMA node.</summary>
[Message]
public sealed partial record MemoryReservation
{
    /// <summary>The NUMA node.</summary>
    [Field(Always = true)]
    public partial int NumaNode { get; init; }

    /// <summary>The amounts.</summary>
    [Field(Always = true)]
    public partial ValueMap<Quantity> Limits { get; init; }
}

/// <summary>How long pods of a priority get at shutdown.</summary>
[Message]
public sealed partial record ShutdownGracePeriodByPodPriority
{
    /// <summary>From this priority.</summary>
    [Field(Always = true)]
    public partial int Priority { get; init; }

    /// <summary>The seconds.</summary>
    [Field(Always = true)]
    public partial long ShutdownGracePeriodSeconds { get; init; }
}

/// <summary>How pods may use swap.</summary>
[Message]
public sealed partial record MemorySwapConfiguration
{
    /// <summary><c>NoSwap</c> (the default) or <c>LimitedSwap</c>.</summary>
    [Field]
    public partial string SwapBehavior { get; init; }
}

/// <summary>How fast containers are restarted.</summary>
[Message]
public sealed partial record CrashLoopBackOffConfig
{
    /// <summary>The longest delay; 5m by default, 1s to 5m.</summary>
    [Field]
    public partial Duration? MaxContainerRestartPeriod { get; init; }
}

/// <inheritdoc cref="KubeletConfigV1.CredentialProvider"/>
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

/// <inheritdoc cref="KubeletConfigV1.ExecEnvVar"/>
[Message]
public sealed partial record ExecEnvVar
{
    [Field(Always = true)]
    public partial string Name { get; init; }

    [Field(Always = true)]
    public partial string Value { get; init; }
}

/// <summary>Ids of pods in their own user namespace.</summary>
[Message]
public sealed partial record UserNamespaces
{
    /// <summary>How many ids a pod gets; a multiple of 65536, the default.</summary>
    [Field]
    public partial long? IdsPerPod { get; init; }
}

/// <summary>The credentials that worked for an image.</summary>
[Message]
public sealed partial record ImagePullCredentials
{
    /// <summary>Secrets.</summary>
    [Field]
    public partial ValueList<ImagePullSecret> KubernetesSecrets { get; init; }

    /// <summary>Service accounts.</summary>
    [Field]
    public partial ValueList<ImagePullServiceAccount> KubernetesServiceAccounts { get; init; }

    /// <summary>Whether all pods of the node may use it.</summary>
    [Field]
    public partial bool NodePodsAccessible { get; init; }
}

/// <summary>A Secret whose credentials worked.</summary>
[Message]
public sealed partial record ImagePullSecret
{
    /// <summary>Its uid.</summary>
    [Field(Always = true)]
    public partial string Uid { get; init; }

    /// <summary>Its namespace.</summary>
    [Field(Always = true)]
    public partial string Namespace { get; init; }

    /// <summary>Its name.</summary>
    [Field(Always = true)]
    public partial string Name { get; init; }

    /// <summary>A hash of the credentials.</summary>
    [Field(Always = true)]
    public partial string CredentialHash { get; init; }
}

/// <summary>A service account whose credentials worked.</summary>
[Message]
public sealed partial record ImagePullServiceAccount
{
    /// <summary>Its uid.</summary>
    [Field(Always = true)]
    public partial string Uid { get; init; }

    /// <summary>Its namespace.</summary>
    [Field(Always = true)]
    public partial string Namespace { get; init; }

    /// <summary>Its name.</summary>
    [Field(Always = true)]
    public partial string Name { get; init; }
}
