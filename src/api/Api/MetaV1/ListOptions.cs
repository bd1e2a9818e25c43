using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.MetaV1;

/// <summary>What to list or watch.</summary>
[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
[Kind("", "v1")]
public sealed partial record ListOptions
{
    /// <summary>Only objects with such labels.</summary>
    [Field(1)]
    public partial string LabelSelector { get; init; }

    /// <summary>Only objects with such fields.</summary>
    [Field(2)]
    public partial string FieldSelector { get; init; }

    /// <summary>Whether to send changes as they happen in place of a list.</summary>
    [Field(3)]
    public partial bool Watch { get; init; }

    /// <summary>Whether the watch sends its version from time to time, even when nothing happens.</summary>
    [Field(9)]
    public partial bool AllowWatchBookmarks { get; init; }

    /// <summary>From which version; how it is meant depends on resourceVersionMatch.</summary>
    [Field(4)]
    public partial string ResourceVersion { get; init; }

    /// <summary><c>Exact</c> or <c>NotOlderThan</c>.</summary>
    [Field(10)]
    public partial string ResourceVersionMatch { get; init; }

    /// <summary>How long the call may last.</summary>
    [Field(5)]
    public partial long? TimeoutSeconds { get; init; }

    /// <summary>The most objects in one answer; the rest is had by continue.</summary>
    [Field(7)]
    public partial long Limit { get; init; }

    /// <summary>The token of the answer before.</summary>
    [Field(8)]
    public partial string Continue { get; init; }

    /// <summary>Whether the watch starts with what exists, and a bookmark that ends it. Needs resourceVersionMatch NotOlderThan.</summary>
    [Field(11)]
    public partial bool? SendInitialEvents { get; init; }

    /// <summary>Only a part of the objects, by a hash.</summary>
    [Field(15)]
    public partial string ShardSelector { get; init; }
}
