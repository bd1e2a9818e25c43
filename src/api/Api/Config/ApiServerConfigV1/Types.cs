using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.ApiServerConfigV1;

/// <summary>Settings of an admission plugin.</summary>
[Message]
public sealed partial record AdmissionPluginConfiguration
{
    /// <summary>The plugin.</summary>
    [Field(Always = true)]
    public partial string Name { get; init; }

    /// <summary>A file with the settings.</summary>
    [Field(Always = true)]
    public partial string Path { get; init; }

    /// <summary>The settings.</summary>
    [Field(Always = true)]
    public partial Unknown? Configuration { get; init; }
}

/// <summary>Requests without credentials.</summary>
[Message]
public sealed partial record AnonymousAuthConfig
{
    /// <summary>Whether they are let in as system:anonymous.</summary>
    [Field(Always = true)]
    public partial bool Enabled { get; init; }

    /// <summary>Where alone; everywhere when empty.</summary>
    [Field]
    public partial ValueList<AnonymousAuthCondition> Conditions { get; init; }
}

/// <summary>A path.</summary>
[Message]
public sealed partial record AnonymousAuthCondition
{
    /// <summary>The path.</summary>
    [Field(Always = true)]
    public partial string Path { get; init; }
}

/// <summary>An issuer of tokens and how users are read from them.</summary>
[Message]
public sealed partial record JWTAuthenticator
{
    /// <summary>The issuer.</summary>
    [Field(Always = true)]
    public partial Issuer Issuer { get; init; }

    /// <summary>What a token must say.</summary>
    [Field]
    public partial ValueList<ClaimValidationRule> ClaimValidationRules { get; init; }

    /// <summary>How the user is read from it.</summary>
    [Field(Always = true)]
    public partial ClaimMappings ClaimMappings { get; init; }

    /// <summary>What the user must be.</summary>
    [Field]
    public partial ValueList<UserValidationRule> UserValidationRules { get; init; }
}

/// <summary>An issuer of tokens.</summary>
[Message]
public sealed partial record Issuer
{
    /// <summary>Its address, which tokens name.</summary>
    [Field(Always = true)]
    public partial string Url { get; init; }

    /// <summary>Where its keys are found, where that is elsewhere.</summary>
    [Field]
    public partial string? DiscoveryURL { get; init; }

    /// <summary>The authorities' certificates in PEM form; the system's when empty.</summary>
    [Field]
    public partial string CertificateAuthority { get; init; }

    /// <summary>Whom tokens must be for.</summary>
    [Field(Always = true)]
    public partial ValueList<string> Audiences { get; init; }

    /// <summary><c>MatchAny</c>; required with several audiences.</summary>
    [Field]
    public partial string AudienceMatchPolicy { get; init; }

    /// <summary>Through which way out its keys are fetched: <c>controlplane</c> or <c>cluster</c>.</summary>
    [Field]
    public partial string EgressSelectorType { get; init; }
}

/// <summary>What a token must say, as a claim or in CEL.</summary>
[Message]
public sealed partial record ClaimValidationRule
{
    /// <summary>The claim.</summary>
    [Field]
    public partial string Claim { get; init; }

    /// <summary>The value that it must have.</summary>
    [Field]
    public partial string RequiredValue { get; init; }

    /// <summary>A CEL expression over <c>claims</c> that must be true.</summary>
    [Field]
    public partial string Expression { get; init; }

    /// <summary>What to say where it is not.</summary>
    [Field]
    public partial string Message { get; init; }
}

/// <summary>How a user is read from a token.</summary>
[Message]
public sealed partial record ClaimMappings
{
    /// <summary>The name.</summary>
    [Field(Always = true)]
    public partial PrefixedClaimOrExpression Username { get; init; }

    /// <summary>The groups.</summary>
    [Field(Always = true)]
    public partial PrefixedClaimOrExpression Groups { get; init; }

    /// <summary>The uid.</summary>
    [Field(Always = true)]
    public partial ClaimOrExpression Uid { get; init; }

    /// <summary>More.</summary>
    [Field]
    public partial ValueList<ExtraMapping> Extra { get; init; }
}

/// <summary>A claim with a prefix, or a CEL expression.</summary>
[Message]
public sealed partial record PrefixedClaimOrExpression
{
    /// <summary>The claim.</summary>
    [Field]
    public partial string Claim { get; init; }

    /// <summary>What is put before it; required with a claim.</summary>
    [Field]
    public partial string? Prefix { get; init; }

    /// <summary>The CEL expression over <c>claims</c>.</summary>
    [Field]
    public partial string Expression { get; init; }
}

/// <summary>A claim, or a CEL expression.</summary>
[Message]
public sealed partial record ClaimOrExpression
{
    /// <summary>The claim.</summary>
    [Field]
    public partial string Claim { get; init; }

    /// <summary>The CEL expression over <c>claims</c>.</summary>
    [Field]
    public partial string Expression { get; init; }
}

/// <summary>A further fact of the user.</summary>
[Message]
public sealed partial record ExtraMapping
{
    /// <summary>Its key, with a domain.</summary>
    [Field(Always = true)]
    public partial string Key { get; init; }

    /// <summary>The CEL expression over <c>claims</c>.</summary>
    [Field(Always = true)]
    public partial string ValueExpression { get; init; }
}

/// <summary>What a user must be.</summary>
[Message]
public sealed partial record UserValidationRule
{
    /// <summary>A CEL expression over <c>user</c> that must be true.</summary>
    [Field(Always = true)]
    public partial string Expression { get; init; }

    /// <summary>What to say where it is not.</summary>
    [Field]
    public partial string Message { get; init; }
}

/// <summary>An authorizer.</summary>
[Message]
public sealed partial record AuthorizerConfiguration
{
    /// <summary><c>Node</c>, <c>RBAC</c>, <c>ABAC</c>, <c>Webhook</c>, <c>AlwaysAllow</c> or <c>AlwaysDeny</c>.</summary>
    [Field(Always = true)]
    public partial string Type { get; init; }

    /// <summary>Its name, for metrics and messages.</summary>
    [Field(Always = true)]
    public partial string Name { get; init; }

    /// <summary>Settings of Webhook.</summary>
    [Field]
    public partial WebhookConfiguration? Webhook { get; init; }
}

/// <summary>A service that authorizes.</summary>
[Message]
public sealed partial record WebhookConfiguration
{
    /// <summary>How long a yes is kept.</summary>
    [Field(Always = true)]
    public partial Duration AuthorizedTTL { get; init; }

    /// <summary>Whether a yes is kept at all. True by default.</summary>
    [Field]
    public partial bool? CacheAuthorizedRequests { get; init; }

    /// <summary>How long a no is kept.</summary>
    [Field(Always = true)]
    public partial Duration UnauthorizedTTL { get; init; }

    /// <summary>Whether a no is kept at all. True by default.</summary>
    [Field]
    public partial bool? CacheUnauthorizedRequests { get; init; }

    /// <summary>How long it may take; at most 30s.</summary>
    [Field(Always = true)]
    public partial Duration Timeout { get; init; }

    /// <summary><c>v1</c>: the version asked in.</summary>
    [Field(Always = true)]
    public partial string SubjectAccessReviewVersion { get; init; }

    /// <summary><c>v1</c>: the version of which conditions speak.</summary>
    [Field(Always = true)]
    public partial string MatchConditionSubjectAccessReviewVersion { get; init; }

    /// <summary><c>NoOpinion</c> or <c>Deny</c>: what an error means.</summary>
    [Field(Always = true)]
    public partial string FailurePolicy { get; init; }

    /// <summary>How it is reached.</summary>
    [Field(Always = true)]
    public partial WebhookConnectionInfo ConnectionInfo { get; init; }

    /// <summary>CEL expressions that must all be true for it to be asked; at most 64.</summary>
    [Field(Always = true)]
    public partial ValueList<WebhookMatchCondition> MatchConditions { get; init; }
}

/// <summary>How a service is reached.</summary>
[Message]
public sealed partial record WebhookConnectionInfo
{
    /// <summary><c>KubeConfigFile</c> or <c>InClusterConfig</c>.</summary>
    [Field(Always = true)]
    public partial string Type { get; init; }

    /// <summary>The kubeconfig file.</summary>
    [Field(Always = true)]
    public partial string? KubeConfigFile { get; init; }
}

/// <summary>A CEL expression.</summary>
[Message]
public sealed partial record WebhookMatchCondition
{
    /// <summary>The expression over <c>request</c>.</summary>
    [Field(Always = true)]
    public partial string Expression { get; init; }
}

/// <summary>Resources and their providers.</summary>
[Message]
public sealed partial record ResourceConfiguration
{
    /// <summary>The resources, such as <c>secrets</c> or <c>*.apps</c>.</summary>
    [Field(Always = true)]
    public partial ValueList<string> Resources { get; init; }

    /// <summary>The providers; the first writes, all read.</summary>
    [Field(Always = true)]
    public partial ValueList<ProviderConfiguration> Providers { get; init; }
}

/// <summary>A provider; exactly one is set.</summary>
[Message]
public sealed partial record ProviderConfiguration
{
    /// <summary>AES-GCM with a random nonce. Keys must be changed often.</summary>
    [Field]
    public partial AESConfiguration? Aesgcm { get; init; }

    /// <summary>AES-CBC with padding. Weak; for old data.</summary>
    [Field]
    public partial AESConfiguration? Aescbc { get; init; }

    /// <summary>XSalsa20 and Poly1305.</summary>
    [Field]
    public partial SecretboxConfiguration? Secretbox { get; init; }

    /// <summary>No encryption.</summary>
    [Field]
    public partial string? Identity { get; init; }

    /// <summary>A KMS plugin.</summary>
    [Field]
    public partial KMSConfiguration? Kms { get; init; }
}

/// <summary>AES keys.</summary>
[Message]
public sealed partial record AESConfiguration
{
    /// <summary>The keys; the first writes, all read.</summary>
    [Field(Always = true)]
    public partial ValueList<Key> Keys { get; init; }
}

/// <summary>Secretbox keys.</summary>
[Message]
public sealed partial record SecretboxConfiguration
{
    /// <summary>The keys; the first writes, all read.</summary>
    [Field(Always = true)]
    public partial ValueList<Key> Keys { get; init; }
}

/// <summary>A key.</summary>
[Message]
public sealed partial record Key
{
    /// <summary>Its name, stored with the data.</summary>
    [Field(Always = true)]
    public partial string Name { get; init; }

    /// <summary>The key itself, base64.</summary>
    [Field(Always = true)]
    public partial string Secret { get; init; }
}

/// <summary>A KMS plugin.</summary>
[Message]
public sealed partial record KMSConfiguration
{
    /// <summary><c>v2</c>, or the old <c>v1</c>.</summary>
    [Field(Always = true)]
    public partial string ApiVersion { get; init; }

    /// <summary>Its name, stored with the data.</summary>
    [Field(Always = true)]
    public partial string Name { get; init; }

    /// <summary>How many keys are kept; v1 only, 1000 by default.</summary>
    [Field]
    public partial int? Cachesize { get; init; }

    /// <summary>Its socket, as unix:///path.</summary>
    [Field(Always = true)]
    public partial string Endpoint { get; init; }

    /// <summary>How long it may take; 3s by default.</summary>
    [Field]
    public partial Duration? Timeout { get; init; }
}
