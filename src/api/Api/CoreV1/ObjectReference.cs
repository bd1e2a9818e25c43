using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

/// <summary>An object, or a part of one.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record ObjectReference
{
    /// <summary>Its kind.</summary>
    [Field(1)]
    public partial string Kind { get; init; }

    /// <summary>Its namespace.</summary>
    [Field(2)]
    public partial string Namespace { get; init; }

    /// <summary>Its name.</summary>
    [Field(3)]
    public partial string Name { get; init; }

    /// <summary>Its uid.</summary>
    [Field(4)]
    public partial string Uid { get; init; }

    /// <summary>Its group and version.</summary>
    [Field(5)]
    public partial string ApiVersion { get; init; }

    /// <summary>The version of it that is meant.</summary>
    [Field(6)]
    public partial string ResourceVersion { get; init; }

    /// <summary>The part that is meant, such as <c>spec.containers{app}</c>.</summary>
    [Field(7)]
    public partial string FieldPath { get; init; }
}
