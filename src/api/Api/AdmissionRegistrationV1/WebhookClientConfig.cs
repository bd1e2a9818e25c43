using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.AdmissionRegistrationV1;

/// <summary>How a webhook is reached: by url or by service.</summary>
[Message("k8s.io.api.admissionregistration.v1")]
public sealed partial record WebhookClientConfig
{
    /// <summary>An HTTPS address, without user, query or fragment.</summary>
    [Field(3)]
    public partial string? Url { get; init; }

    /// <summary>A Service of the cluster.</summary>
    [Field(1)]
    public partial ServiceReference? Service { get; init; }

    /// <summary>The authorities' certificates in PEM form by which the server's is checked; the system's when empty.</summary>
    [Field(2)]
    public partial Bytes CaBundle { get; init; }
}

/// <summary>A Service and a path on it.</summary>
[Message("k8s.io.api.admissionregistration.v1")]
public sealed partial record ServiceReference
{
    /// <summary>Its namespace.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Namespace { get; init; }

    /// <summary>Its name.</summary>
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    /// <summary>The path of requests.</summary>
    [Field(3)]
    public partial string? Path { get; init; }

    /// <summary>Its port; 443 by default.</summary>
    [Field(4)]
    public partial int? Port { get; init; }
}
