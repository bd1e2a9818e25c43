using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.ApiRegistrationV1;

/// <summary>Puts a version of a group into another server's hands: requests for it are passed on.</summary>
[Message("k8s.io.kube_aggregator.pkg.apis.apiregistration.v1")]
[Kind("apiregistration.k8s.io", "v1", Plural = "apiservices", Categories = "api-extensions")]
public sealed partial record APIService
{
    [Field(1, Always = true)]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial APIServiceSpec Spec { get; init; }

    [Field(3, Always = true)]
    public partial APIServiceStatus Status { get; init; }
}

[Message("k8s.io.kube_aggregator.pkg.apis.apiregistration.v1")]
[Kind("apiregistration.k8s.io", "v1")]
public sealed partial record APIServiceList
{
    [Field(1, Always = true)]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial ValueList<APIService> Items { get; init; }
}

/// <summary>A side of its state.</summary>
/// <inheritdoc cref="MetaV1.Condition"/>
[Message("k8s.io.kube_aggregator.pkg.apis.apiregistration.v1")]
public sealed partial record APIServiceCondition
{
    [Field(1, Always = true)]
    public partial string Type { get; init; }

    [Field(2, Always = true)]
    public partial string Status { get; init; }

    [Field(3, Always = true)]
    public partial Time LastTransitionTime { get; init; }

    [Field(4)]
    public partial string Reason { get; init; }

    [Field(5)]
    public partial string Message { get; init; }
}

/// <summary>The version and its server.</summary>
[Message("k8s.io.kube_aggregator.pkg.apis.apiregistration.v1")]
public sealed partial record APIServiceSpec
{
    /// <summary>The Service to pass requests to, by HTTPS; unset for versions that this server has itself.</summary>
    [Field(1)]
    public partial ServiceReference? Service { get; init; }

    /// <summary>The group.</summary>
    [Field(2)]
    public partial string Group { get; init; }

    /// <summary>The version.</summary>
    [Field(3)]
    public partial string Version { get; init; }

    /// <summary>Whether the server's certificate goes unchecked. Excludes caBundle.</summary>
    [Field(4)]
    public partial bool InsecureSkipTLSVerify { get; init; }

    /// <summary>The authorities' certificates in PEM form by which the server's is checked; the system's when empty.</summary>
    [Field(5)]
    public partial Bytes CaBundle { get; init; }

    /// <summary>The group's rank among others, 1 to 20000; higher goes first.</summary>
    [Field(7, Always = true)]
    public partial int GroupPriorityMinimum { get; init; }

    /// <summary>The version's rank in the group, 1 to 1000; higher goes first.</summary>
    [Field(8, Always = true)]
    public partial int VersionPriority { get; init; }
}

/// <summary>How it is doing.</summary>
[Message("k8s.io.kube_aggregator.pkg.apis.apiregistration.v1")]
public sealed partial record APIServiceStatus
{
    /// <summary>Available: whether the server answers.</summary>
    [Field(1)]
    public partial ValueList<APIServiceCondition> Conditions { get; init; }
}

/// <summary>A Service.</summary>
[Message("k8s.io.kube_aggregator.pkg.apis.apiregistration.v1")]
public sealed partial record ServiceReference
{
    /// <summary>Its namespace.</summary>
    [Field(1)]
    public partial string Namespace { get; init; }

    /// <summary>Its name.</summary>
    [Field(2)]
    public partial string Name { get; init; }

    /// <summary>Its port; 443 by default.</summary>
    [Field(3)]
    public partial int? Port { get; init; }
}
