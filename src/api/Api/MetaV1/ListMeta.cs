using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.MetaV1;

/// <summary>What is known of a list.</summary>
[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
public sealed partial record ListMeta
{
    /// <summary>No longer used.</summary>
    [Field(1)]
    public partial string SelfLink { get; init; }

    /// <summary>The version at which the list was read; watches may go on from here.</summary>
    [Field(2)]
    public partial string ResourceVersion { get; init; }

    /// <summary>A token to ask for the next part with. Empty at the end.</summary>
    [Field(3)]
    public partial string Continue { get; init; }

    /// <summary>About how many items follow; unset where selectors make that unknown.</summary>
    [Field(4)]
    public partial long? RemainingItemCount { get; init; }

    /// <summary>Which part of the objects the list was cut to.</summary>
    [Field(5)]
    public partial ShardInfo? ShardInfo { get; init; }
}

/// <summary>A part of a collection.</summary>
[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
public sealed partial record ShardInfo
{
    /// <summary>The selector that cut it.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Selector { get; init; }
}
