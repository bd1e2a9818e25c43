using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.CoreV1;

[Message("k8s.io.api.core.v1")]
[Kind("", "v1", Plural = "events", ShortNames = "ev", Namespaced = true)]
public sealed partial record Event
{
    [Field(1, Always = true, Required = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial ObjectReference InvolvedObject { get; init; }

    [Field(3)]
    public partial string Reason { get; init; }

    [Field(4)]
    public partial string Message { get; init; }

    [Field(5, Always = true, Default = "{}")]
    public partial EventSource Source { get; init; }

    [Field(6, Always = true)]
    public partial Time FirstTimestamp { get; init; }

    [Field(7, Always = true)]
    public partial Time LastTimestamp { get; init; }

    [Field(8)]
    public partial int Count { get; init; }

    [Field(9)]
    public partial string Type { get; init; }

    [Field(10, Always = true)]
    public partial MicroTime EventTime { get; init; }

    [Field(11)]
    public partial EventSeries? Series { get; init; }

    [Field(12)]
    public partial string Action { get; init; }

    [Field(13)]
    public partial ObjectReference? Related { get; init; }

    [Field(14, Always = true, Default = "\"\"")]
    public partial string ReportingComponent { get; init; }

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

[Message("k8s.io.api.core.v1")]
public sealed partial record EventSeries
{
    [Field(1)]
    public partial int Count { get; init; }

    [Field(2, Always = true)]
    public partial MicroTime LastObservedTime { get; init; }
}
