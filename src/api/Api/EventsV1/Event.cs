using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.EventsV1;

/// <summary>Something that happened, for people to read. Kept for an hour by default; several of the same are counted in one.</summary>
[Message("k8s.io.api.events.v1")]
[Kind("events.k8s.io", "v1", Plural = "events", ShortNames = "ev", Namespaced = true)]
public sealed partial record Event
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    /// <summary>When it happened, to the microsecond. Required.</summary>
    [Field(2, Always = true, Required = true)]
    public partial MicroTime EventTime { get; init; }

    /// <summary>How it went on, where it repeats.</summary>
    [Field(3)]
    public partial EventSeries? Series { get; init; }

    /// <summary>The component that reports, such as <c>kubernetes.io/kubelet</c>. Required for new events.</summary>
    [Field(4)]
    public partial string ReportingController { get; init; }

    /// <summary>Which of several instances reports; at most 128 characters.</summary>
    [Field(5)]
    public partial string ReportingInstance { get; init; }

    /// <summary>What was done about the object; at most 128 characters.</summary>
    [Field(6)]
    public partial string Action { get; init; }

    /// <summary>Why it was reported: one word in CamelCase, at most 128 characters.</summary>
    [Field(7)]
    public partial string Reason { get; init; }

    /// <summary>What it is about.</summary>
    [Field(8, Always = true, Default = "{}")]
    public partial ObjectReference Regarding { get; init; }

    /// <summary>A second object that it is about.</summary>
    [Field(9)]
    public partial ObjectReference? Related { get; init; }

    /// <summary>What happened, in a sentence of at most 1 kB.</summary>
    [Field(10)]
    public partial string Note { get; init; }

    /// <summary><c>Normal</c> or <c>Warning</c>.</summary>
    [Field(11)]
    public partial string Type { get; init; }

    /// <summary>Who reported it, for the core version.</summary>
    [Field(12, Always = true, Default = "{}")]
    public partial EventSource DeprecatedSource { get; init; }

    /// <summary>When it happened first, for the core version.</summary>
    [Field(13, Always = true)]
    public partial Time DeprecatedFirstTimestamp { get; init; }

    /// <summary>When it happened last, for the core version.</summary>
    [Field(14, Always = true)]
    public partial Time DeprecatedLastTimestamp { get; init; }

    /// <summary>How often it happened, for the core version.</summary>
    [Field(15)]
    public partial int DeprecatedCount { get; init; }
}

[Message("k8s.io.api.events.v1")]
[Kind("events.k8s.io", "v1")]
public sealed partial record EventList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<Event> Items { get; init; }
}

/// <summary>How an event repeats.</summary>
[Message("k8s.io.api.events.v1")]
public sealed partial record EventSeries
{
    /// <summary>How often it happened.</summary>
    [Field(1, Always = true, Required = true, Default = "0")]
    public partial int Count { get; init; }

    /// <summary>When it happened last.</summary>
    [Field(2, Always = true, Required = true)]
    public partial MicroTime LastObservedTime { get; init; }
}
