using Core = Cybernetes.Api.CoreV1;
using Events = Cybernetes.Api.EventsV1;

namespace Cybernetes.Api.Rules;

/// <summary>Events of the two groups are one kind with other names for some fields; the core group's form is stored.</summary>
public static class EventConversion
{
    /// <summary>The core group's form.</summary>
    public static Core.Event ToCore(Events.Event obj) => new()
    {
        Metadata = obj.Metadata,
        InvolvedObject = obj.Regarding,
        Reason = obj.Reason,
        Message = obj.Note,
        Source = obj.DeprecatedSource,
        FirstTimestamp = obj.DeprecatedFirstTimestamp,
        LastTimestamp = obj.DeprecatedLastTimestamp,
        Count = obj.DeprecatedCount,
        Type = obj.Type,
        EventTime = obj.EventTime,
        Series = obj.Series is { } series ? new() { Count = series.Count, LastObservedTime = series.LastObservedTime } : null,
        Action = obj.Action,
        Related = obj.Related,
        ReportingComponent = obj.ReportingController,
        ReportingInstance = obj.ReportingInstance,
    };

    /// <summary>The form of <c>events.k8s.io</c>.</summary>
    public static Events.Event FromCore(Core.Event obj) => new()
    {
        Metadata = obj.Metadata,
        Regarding = obj.InvolvedObject,
        Reason = obj.Reason,
        Note = obj.Message,
        DeprecatedSource = obj.Source,
        DeprecatedFirstTimestamp = obj.FirstTimestamp,
        DeprecatedLastTimestamp = obj.LastTimestamp,
        DeprecatedCount = obj.Count,
        Type = obj.Type,
        EventTime = obj.EventTime,
        Series = obj.Series is { } series ? new() { Count = series.Count, LastObservedTime = series.LastObservedTime } : null,
        Action = obj.Action,
        Related = obj.Related,
        ReportingController = obj.ReportingComponent,
        ReportingInstance = obj.ReportingInstance,
    };
}
