using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.KubeletConfigV1;

/// <summary>Programs that give registry credentials.</summary>
[Message]
[Kind("kubelet.config.k8s.io", "v1")]
public sealed partial record CredentialProviderConfig
{
    /// <summary>The programs; their answers are put together.</summary>
    [Field(Always = true)]
    public partial ValueList<CredentialProvider> Providers { get; init; }
}

/// <summary>A program that gives registry credentials.</summary>
[Message]
public sealed partial record CredentialProvider
{
    /// <summary>The program's name in the directory of plugins.</summary>
    [Field(Always = true)]
    public partial string Name { get; init; }

    /// <summary>The images that it is asked for, such as <c>*.example.com/app</c>.</summary>
    [Field(Always = true)]
    public partial ValueList<string> MatchImages { get; init; }

    /// <summary>How long an answer is kept that does not say.</summary>
    [Field(Always = true)]
    public partial Duration? DefaultCacheDuration { get; init; }

    /// <summary>The version of its protocol.</summary>
    [Field(Always = true)]
    public partial string ApiVersion { get; init; }

    /// <summary>Its arguments.</summary>
    [Field]
    public partial ValueList<string> Args { get; init; }

    /// <summary>Its environment, beside the kubelet's.</summary>
    [Field]
    public partial ValueList<ExecEnvVar> Env { get; init; }

    /// <summary>Whether it is given a token of the pod's account.</summary>
    [Field]
    public partial ServiceAccountTokenAttributes? TokenAttributes { get; init; }
}

/// <summary>The token that a program is given.</summary>
[Message]
public sealed partial record ServiceAccountTokenAttributes
{
    /// <summary>Whom the token is for.</summary>
    [Field(Always = true)]
    public partial string ServiceAccountTokenAudience { get; init; }

    /// <summary><c>Token</c> or <c>ServiceAccount</c>: what answers are kept for.</summary>
    [Field(Always = true)]
    public partial string CacheType { get; init; }

    /// <summary>Whether it is only asked for pods with an account.</summary>
    [Field(Always = true)]
    public partial bool? RequireServiceAccount { get; init; }

    /// <summary>Annotations of the account that must be there.</summary>
    [Field]
    public partial ValueList<string> RequiredServiceAccountAnnotationKeys { get; init; }

    /// <summary>Annotations of the account that are handed on.</summary>
    [Field]
    public partial ValueList<string> OptionalServiceAccountAnnotationKeys { get; init; }
}

/// <summary>A variable of the environment.</summary>
[Message]
public sealed partial record ExecEnvVar
{
    /// <summary>Its name.</summary>
    [Field(Always = true)]
    public partial string Name { get; init; }

    /// <summary>Its value.</summary>
    [Field(Always = true)]
    public partial string Value { get; init; }
}
