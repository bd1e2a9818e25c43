using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.EventsV1Beta1;

/// <inheritdoc cref="EventsV1.Event"/>
[Message("k8s.io.api.events.v1beta1")]
[Kind("events.k8s.io", "v1beta1", Plural = "events", ShortNames = "ev", Namespaced = true)]
public sealed partial record Event
{
    [Field(1, Always = true)]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial MicroTime EventTime { get; init; }

    [Field(3)]
    public partial EventSeries? Series { get; init; }

    [Field(4)]
    public partial string ReportingController { get; init; }

    [Field(5)]
    public partial string ReportingInstance { get; init; }

    [Field(6)]
    public partial string Action { get; init; }

    [Field(7)]
    public partial string Reason { get; init; }

    [Field(8, Always = true)]
    public partial ObjectReference Regarding { get; init; }

    [Field(9)]
    public partial ObjectReference? Related { get; init; }

    [Field(10)]
    public partial string Note { get; init; }

    [Field(11)]
    public partial string Type { get; init; }

    [Field(12, Always = true)]
    public partial EventSource DeprecatedSource { get; init; }

    [Field(13, Always = true)]
    public partial Time DeprecatedFirstTimestamp { get; init; }

    [Field(14, Always = true)]
    public partial Time DeprecatedLastTimestamp { get; init; }

    [Field(15)]
    public partial int DeprecatedCount { get; init; }
}

[Message("k8s.io.api.events.v1beta1")]
[Kind("events.k8s.io", "v1beta1")]
public sealed partial record EventList
{
    [Field(1, Always = true)]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial ValueList<Event> Items { get; init; }
}

/// <inheritdoc cref="EventsV1.EventSeries"/>
[Message("k8s.io.api.events.v1beta1")]
public sealed partial record EventSeries
{
    [Field(1, Always = true)]
    public partial int Count { get; init; }

    [Field(2, Always = true)]
    public partial MicroTime LastObservedTime { get; init; }
}
