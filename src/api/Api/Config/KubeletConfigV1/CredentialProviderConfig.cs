using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.KubeletConfigV1;

[Message]
[Kind("kubelet.config.k8s.io", "v1")]
public sealed partial record CredentialProviderConfig
{
    [Field(Always = true)]
    public partial ValueList<CredentialProvider> Providers { get; init; }
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

    [Field]
    public partial ServiceAccountTokenAttributes? TokenAttributes { get; init; }
}

[Message]
public sealed partial record ServiceAccountTokenAttributes
{
    [Field(Always = true)]
    public partial string ServiceAccountTokenAudience { get; init; }

    [Field(Always = true)]
    public partial string CacheType { get; init; }

    [Field(Always = true)]
    public partial bool? RequireServiceAccount { get; init; }

    [Field]
    public partial ValueList<string> RequiredServiceAccountAnnotationKeys { get; init; }

    [Field]
    public partial ValueList<string> OptionalServiceAccountAnnotationKeys { get; init; }
}

[Message]
public sealed partial record ExecEnvVar
{
    [Field(Always = true)]
    public partial string Name { get; init; }

    [Field(Always = true)]
    public partial string Value { get; init; }
}
