using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.ApiServerConfigV1;

[Message]
public sealed partial record AdmissionPluginConfiguration
{
    [Field(Always = true)]
    public partial string Name { get; init; }

    [Field(Always = true)]
    public partial string Path { get; init; }

    [Field(Always = true)]
    public partial Unknown? Configuration { get; init; }
}

[Message]
public sealed partial record AnonymousAuthConfig
{
    [Field(Always = true)]
    public partial bool Enabled { get; init; }

    [Field]
    public partial ValueList<AnonymousAuthCondition> Conditions { get; init; }
}

[Message]
public sealed partial record AnonymousAuthCondition
{
    [Field(Always = true)]
    public partial string Path { get; init; }
}

[Message]
public sealed partial record JWTAuthenticator
{
    [Field(Always = true)]
    public partial Issuer Issuer { get; init; }

    [Field]
    public partial ValueList<ClaimValidationRule> ClaimValidationRules { get; init; }

    [Field(Always = true)]
    public partial ClaimMappings ClaimMappings { get; init; }

    [Field]
    public partial ValueList<UserValidationRule> UserValidationRules { get; init; }
}

[Message]
public sealed partial record Issuer
{
    [Field(Always = true)]
    public partial string Url { get; init; }

    [Field]
    public partial string? DiscoveryURL { get; init; }

    [Field]
    public partial string CertificateAuthority { get; init; }

    [Field(Always = true)]
    public partial ValueList<string> Audiences { get; init; }

    [Field]
    public partial string AudienceMatchPolicy { get; init; }

    [Field]
    public partial string EgressSelectorType { get; init; }
}

[Message]
public sealed partial record ClaimValidationRule
{
    [Field]
    public partial string Claim { get; init; }

    [Field]
    public partial string RequiredValue { get; init; }

    [Field]
    public partial string Expression { get; init; }

    [Field]
    public partial string Message { get; init; }
}

[Message]
public sealed partial record ClaimMappings
{
    [Field(Always = true)]
    public partial PrefixedClaimOrExpression Username { get; init; }

    [Field(Always = true)]
    public partial PrefixedClaimOrExpression Groups { get; init; }

    [Field(Always = true)]
    public partial ClaimOrExpression Uid { get; init; }

    [Field]
    public partial ValueList<ExtraMapping> Extra { get; init; }
}

[Message]
public sealed partial record PrefixedClaimOrExpression
{
    [Field]
    public partial string Claim { get; init; }

    [Field]
    public partial string? Prefix { get; init; }

    [Field]
    public partial string Expression { get; init; }
}

[Message]
public sealed partial record ClaimOrExpression
{
    [Field]
    public partial string Claim { get; init; }

    [Field]
    public partial string Expression { get; init; }
}

[Message]
public sealed partial record ExtraMapping
{
    [Field(Always = true)]
    public partial string Key { get; init; }

    [Field(Always = true)]
    public partial string ValueExpression { get; init; }
}

[Message]
public sealed partial record UserValidationRule
{
    [Field(Always = true)]
    public partial string Expression { get; init; }

    [Field]
    public partial string Message { get; init; }
}

[Message]
public sealed partial record AuthorizerConfiguration
{
    [Field(Always = true)]
    public partial string Type { get; init; }

    [Field(Always = true)]
    public partial string Name { get; init; }

    [Field]
    public partial WebhookConfiguration? Webhook { get; init; }
}

[Message]
public sealed partial record WebhookConfiguration
{
    [Field(Always = true)]
    public partial Duration AuthorizedTTL { get; init; }

    [Field]
    public partial bool? CacheAuthorizedRequests { get; init; }

    [Field(Always = true)]
    public partial Duration UnauthorizedTTL { get; init; }

    [Field]
    public partial bool? CacheUnauthorizedRequests { get; init; }

    [Field(Always = true)]
    public partial Duration Timeout { get; init; }

    [Field(Always = true)]
    public partial string SubjectAccessReviewVersion { get; init; }

    [Field(Always = true)]
    public partial string MatchConditionSubjectAccessReviewVersion { get; init; }

    [Field(Always = true)]
    public partial string FailurePolicy { get; init; }

    [Field(Always = true)]
    public partial WebhookConnectionInfo ConnectionInfo { get; init; }

    [Field(Always = true)]
    public partial ValueList<WebhookMatchCondition> MatchConditions { get; init; }
}

[Message]
public sealed partial record WebhookConnectionInfo
{
    [Field(Always = true)]
    public partial string Type { get; init; }

    [Field(Always = true)]
    public partial string? KubeConfigFile { get; init; }
}

[Message]
public sealed partial record WebhookMatchCondition
{
    [Field(Always = true)]
    public partial string Expression { get; init; }
}

[Message]
public sealed partial record ResourceConfiguration
{
    [Field(Always = true)]
    public partial ValueList<string> Resources { get; init; }

    [Field(Always = true)]
    public partial ValueList<ProviderConfiguration> Providers { get; init; }
}

[Message]
public sealed partial record ProviderConfiguration
{
    [Field]
    public partial AESConfiguration? Aesgcm { get; init; }

    [Field]
    public partial AESConfiguration? Aescbc { get; init; }

    [Field]
    public partial SecretboxConfiguration? Secretbox { get; init; }

    [Field]
    public partial string? Identity { get; init; }

    [Field]
    public partial KMSConfiguration? Kms { get; init; }
}

[Message]
public sealed partial record AESConfiguration
{
    [Field(Always = true)]
    public partial ValueList<Key> Keys { get; init; }
}

[Message]
public sealed partial record SecretboxConfiguration
{
    [Field(Always = true)]
    public partial ValueList<Key> Keys { get; init; }
}

[Message]
public sealed partial record Key
{
    [Field(Always = true)]
    public partial string Name { get; init; }

    [Field(Always = true)]
    public partial string Secret { get; init; }
}

[Message]
public sealed partial record KMSConfiguration
{
    [Field(Always = true)]
    public partial string ApiVersion { get; init; }

    [Field(Always = true)]
    public partial string Name { get; init; }

    [Field]
    public partial int? Cachesize { get; init; }

    [Field(Always = true)]
    public partial string Endpoint { get; init; }

    [Field]
    public partial Duration? Timeout { get; init; }
}
