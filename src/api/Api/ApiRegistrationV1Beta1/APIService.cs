using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.ApiRegistrationV1Beta1;

/// <inheritdoc cref="ApiRegistrationV1.APIService"/>
[Message("k8s.io.kube_aggregator.pkg.apis.apiregistration.v1beta1")]
[Kind("apiregistration.k8s.io", "v1beta1")]
public sealed partial record APIService
{
    [Field(1, Always = true)]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial APIServiceSpec Spec { get; init; }

    [Field(3, Always = true)]
    public partial APIServiceStatus Status { get; init; }
}

[Message("k8s.io.kube_aggregator.pkg.apis.apiregistration.v1beta1")]
[Kind("apiregistration.k8s.io", "v1beta1")]
public sealed partial record APIServiceList
{
    [Field(1, Always = true)]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial ValueList<APIService> Items { get; init; }
}

/// <inheritdoc cref="ApiRegistrationV1.APIServiceCondition"/>
[Message("k8s.io.kube_aggregator.pkg.apis.apiregistration.v1beta1")]
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

/// <inheritdoc cref="ApiRegistrationV1.APIServiceSpec"/>
[Message("k8s.io.kube_aggregator.pkg.apis.apiregistration.v1beta1")]
public sealed partial record APIServiceSpec
{
    [Field(1)]
    public partial ServiceReference? Service { get; init; }

    [Field(2)]
    public partial string Group { get; init; }

    [Field(3)]
    public partial string Version { get; init; }

    [Field(4)]
    public partial bool InsecureSkipTLSVerify { get; init; }

    [Field(5)]
    public partial Bytes CaBundle { get; init; }

    [Field(7, Always = true)]
    public partial int GroupPriorityMinimum { get; init; }

    [Field(8, Always = true)]
    public partial int VersionPriority { get; init; }
}

/// <inheritdoc cref="ApiRegistrationV1.APIServiceStatus"/>
[Message("k8s.io.kube_aggregator.pkg.apis.apiregistration.v1beta1")]
public sealed partial record APIServiceStatus
{
    [Field(1)]
    public partial ValueList<APIServiceCondition> Conditions { get; init; }
}

/// <inheritdoc cref="ApiRegistrationV1.ServiceReference"/>
[Message("k8s.io.kube_aggregator.pkg.apis.apiregistration.v1beta1")]
public sealed partial record ServiceReference
{
    [Field(1)]
    public partial string Namespace { get; init; }

    [Field(2)]
    public partial string Name { get; init; }

    [Field(3)]
    public partial int? Port { get; init; }
}
