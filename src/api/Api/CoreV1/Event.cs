using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.CoreV1;

/// <summary>Something that happened, for people to read. Kept for an hour by default; several of the same are counted in one.</summary>
[Message("k8s.io.api.core.v1")]
[Kind("", "v1", Plural = "events", ShortNames = "ev", Namespaced = true)]
public sealed partial record Event
{
    [Field(1, Always = true, Required = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    /// <summary>What it is about.</summary>
    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial ObjectReference InvolvedObject { get; init; }

    /// <summary>Why it was reported: one word in CamelCase.</summary>
    [Field(3)]
    public partial string Reason { get; init; }

    /// <summary>What happened, in a sentence.</summary>
    [Field(4)]
    public partial string Message { get; init; }

    /// <summary>Who reported it.</summary>
    [Field(5, Always = true, Default = "{}")]
    public partial EventSource Source { get; init; }

    /// <summary>When it happened first.</summary>
    [Field(6, Always = true)]
    public partial Time FirstTimestamp { get; init; }

    /// <summary>When it happened last.</summary>
    [Field(7, Always = true)]
    public partial Time LastTimestamp { get; init; }

    /// <summary>How often it happened.</summary>
    [Field(8)]
    public partial int Count { get; init; }

    /// <summary><c>Normal</c> or <c>Warning</c>.</summary>
    [Field(9)]
    public partial string Type { get; init; }

    /// <summary>When it happened, to the microsecond.</summary>
    [Field(10, Always = true)]
    public partial MicroTime EventTime { get; init; }

    /// <summary>How it went on, where it repeats.</summary>
    [Field(11)]
    public partial EventSeries? Series { get; init; }

    /// <summary>What was done about the object.</summary>
    [Field(12)]
    public partial string Action { get; init; }

    /// <summary>A second object that it is about.</summary>
    [Field(13)]
    public partial ObjectReference? Related { get; init; }

    /// <summary>The component that reports, such as <c>kubernetes.io/kubelet</c>.</summary>
    [Field(14, Always = true, Default = "\"\"")]
    public partial string ReportingComponent { get; init; }

    /// <summary>Which of several instances reports.</summary>
    [Field(15, Always = true, Default = "\"\"")]
    public partial string ReportingInstance { get; init; }
}

[Message("k8s.io.api.core.v1")]
[Kind("", "v1")]
public sealed partial record EventList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<Event> Items { get; init; }
}

/// <summary>How an event repeats.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record EventSeries
{
    /// <summary>How often it happened.</summary>
    [Field(1)]
    public partial int Count { get; init; }

    /// <summary>When it happened last.</summary>
    [Field(2, Always = true)]
    public partial MicroTime LastObservedTime { get; init; }
}
