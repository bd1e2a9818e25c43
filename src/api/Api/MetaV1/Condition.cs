using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.MetaV1;

/// <summary>One side of an object's state, and since when it is so.</summary>
[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
public sealed partial record Condition
{
    /// <summary>What it is about, in CamelCase.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Type { get; init; }

    /// <summary><c>True</c>, <c>False</c> or <c>Unknown</c>.</summary>
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Status { get; init; }

    /// <summary>The generation of the object that this was said of.</summary>
    [Field(3)]
    public partial long ObservedGeneration { get; init; }

    /// <summary>When the status last changed.</summary>
    [Field(4, Always = true, Required = true)]
    public partial Time LastTransitionTime { get; init; }

    /// <summary>Why, in one word, for programs.</summary>
    [Field(5, Always = true, Required = true, Default = "\"\"")]
    public partial string Reason { get; init; }

    /// <summary>Why, for people.</summary>
    [Field(6, Always = true, Required = true, Default = "\"\"")]
    public partial string Message { get; init; }
}
