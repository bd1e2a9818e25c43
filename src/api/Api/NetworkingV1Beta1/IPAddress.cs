using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.NetworkingV1Beta1;

/// <inheritdoc cref="NetworkingV1.IPAddress"/>
[Message("k8s.io.api.networking.v1beta1")]
[Kind("networking.k8s.io", "v1beta1", Plural = "ipaddresses", ShortNames = "ip")]
public sealed partial record IPAddress
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial IPAddressSpec Spec { get; init; }
}

[Message("k8s.io.api.networking.v1beta1")]
[Kind("networking.k8s.io", "v1beta1")]
public sealed partial record IPAddressList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<IPAddress> Items { get; init; }
}

/// <inheritdoc cref="NetworkingV1.IPAddressSpec"/>
[Message("k8s.io.api.networking.v1beta1")]
public sealed partial record IPAddressSpec
{
    [Field(1, Required = true)]
    public partial ParentReference? ParentRef { get; init; }
}

/// <inheritdoc cref="NetworkingV1.ParentReference"/>
[Message("k8s.io.api.networking.v1beta1")]
public sealed partial record ParentReference
{
    [Field(1)]
    public partial string Group { get; init; }

    [Field(2, Required = true)]
    public partial string Resource { get; init; }

    [Field(3)]
    public partial string Namespace { get; init; }

    [Field(4, Required = true)]
    public partial string Name { get; init; }
}
