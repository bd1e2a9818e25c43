using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.NetworkingV1;

/// <summary>An address that a Service has taken; its name is the address.</summary>
[Message("k8s.io.api.networking.v1")]
[Kind("networking.k8s.io", "v1", Plural = "ipaddresses", ShortNames = "ip")]
public sealed partial record IPAddress
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial IPAddressSpec Spec { get; init; }
}

[Message("k8s.io.api.networking.v1")]
[Kind("networking.k8s.io", "v1")]
public sealed partial record IPAddressList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<IPAddress> Items { get; init; }
}

/// <summary>Whose address it is.</summary>
[Message("k8s.io.api.networking.v1")]
public sealed partial record IPAddressSpec
{
    /// <summary>The object that has it.</summary>
    [Field(1, Required = true)]
    public partial ParentReference? ParentRef { get; init; }
}

/// <summary>An object.</summary>
[Message("k8s.io.api.networking.v1")]
public sealed partial record ParentReference
{
    /// <summary>Its group.</summary>
    [Field(1)]
    public partial string Group { get; init; }

    /// <summary>Its resource.</summary>
    [Field(2, Required = true)]
    public partial string Resource { get; init; }

    /// <summary>Its namespace.</summary>
    [Field(3)]
    public partial string Namespace { get; init; }

    /// <summary>Its name.</summary>
    [Field(4, Required = true)]
    public partial string Name { get; init; }
}
