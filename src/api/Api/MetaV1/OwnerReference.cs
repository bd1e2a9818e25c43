using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.MetaV1;

/// <summary>An object that another belongs to, in the same namespace or in none.</summary>
[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
public sealed partial record OwnerReference
{
    /// <summary>Its group and version.</summary>
    [Field(5, Always = true, Required = true, Default = "\"\"")]
    public partial string ApiVersion { get; init; }

    /// <summary>Its kind.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Kind { get; init; }

    /// <summary>Its name.</summary>
    [Field(3, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    /// <summary>Its uid.</summary>
    [Field(4, Always = true, Required = true, Default = "\"\"")]
    public partial string Uid { get; init; }

    /// <summary>Whether it is the one that controls the object; at most one is.</summary>
    [Field(6)]
    public partial bool? Controller { get; init; }

    /// <summary>Whether it may not go before the object, when it is deleted in the foreground. False by default.</summary>
    [Field(7)]
    public partial bool? BlockOwnerDeletion { get; init; }
}
