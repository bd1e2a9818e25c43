using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.ApiServerConfigV1Alpha1;

/// <inheritdoc cref="ApiServerConfigV1.AdmissionPluginConfiguration"/>
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
public sealed partial record EgressSelection
{
    [Field(Always = true)]
    public partial string Name { get; init; }

    [Field(Always = true)]
    public partial Connection Connection { get; init; }
}

[Message]
public sealed partial record Connection
{
    [Field]
    public partial string ProxyProtocol { get; init; }

    [Field]
    public partial Transport? Transport { get; init; }
}

[Message]
public sealed partial record Transport
{
    [Field]
    public partial TCPTransport? Tcp { get; init; }

    [Field]
    public partial UDSTransport? Uds { get; init; }
}

[Message]
public sealed partial record TCPTransport
{
    [Field]
    public partial string Url { get; init; }

    [Field]
    public partial TLSConfig? TlsConfig { get; init; }
}

[Message]
public sealed partial record UDSTransport
{
    [Field]
    public partial string UdsName { get; init; }
}

[Message]
public sealed partial record TLSConfig
{
    [Field]
    public partial string CaBundle { get; init; }

    [Field]
    public partial string ClientKey { get; init; }

    [Field]
    public partial string ClientCert { get; init; }

    [Field]
    public partial string TlsServerName { get; init; }
}

/// <inheritdoc cref="ApiServerConfigV1.AnonymousAuthConfig"/>
[Message]
public sealed partial record AnonymousAuthConfig
{
    [Field(Always = true)]
    public partial bool Enabled { get; init; }

    [Field]
    public partial ValueList<AnonymousAuthCondition> Conditions { get; init; }
}

/// <inheritdoc cref="ApiServerConfigV1.AnonymousAuthCondition"/>
[Message]
public sealed partial record AnonymousAuthCondition
{
    [Field(Always = true)]
    public partial string Path { get; init; }
}

/// <inheritdoc cref="ApiServerConfigV1.JWTAuthenticator"/>
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

/// <inheritdoc cref="ApiServerConfigV1.Issuer"/>
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

/// <inheritdoc cref="ApiServerConfigV1.ClaimValidationRule"/>
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

/// <inheritdoc cref="ApiServerConfigV1.ClaimMappings"/>
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

/// <inheritdoc cref="ApiServerConfigV1.PrefixedClaimOrExpression"/>
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

/// <inheritdoc cref="ApiServerConfigV1.ClaimOrExpression"/>
[Message]
public sealed partial record ClaimOrExpression
{
    [Field]
    public partial string Claim { get; init; }

    [Field]
    public partial string Expression { get; init; }
}

/// <inheritdoc cref="ApiServerConfigV1.ExtraMapping"/>
[Message]
public sealed partial record ExtraMapping
{
    [Field(Always = true)]
    public partial string Key { get; init; }

    [Field(Always = true)]
    public partial string ValueExpression { get; init; }
}

/// <inheritdoc cref="ApiServerConfigV1.UserValidationRule"/>
[Message]
public sealed partial record UserValidationRule
{
    [Field(Always = true)]
    public partial string Expression { get; init; }

    [Field]
    public partial string Message { get; init; }
}

/// <inheritdoc cref="ApiServerConfigV1.AuthorizerConfiguration"/>
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

/// <inheritdoc cref="ApiServerConfigV1.WebhookConfiguration"/>
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

/// <inheritdoc cref="ApiServerConfigV1.WebhookConnectionInfo"/>
[Message]
public sealed partial record WebhookConnectionInfo
{
    [Field(Always = true)]
    public partial string Type { get; init; }

    [Field(Always = true)]
    public partial string? KubeConfigFile { get; init; }
}

/// <inheritdoc cref="ApiServerConfigV1.WebhookMatchCondition"/>
[Message]
public sealed partial record WebhookMatchCondition
{
    [Field(Always = true)]
    public partial string Expression { get; init; }
}
