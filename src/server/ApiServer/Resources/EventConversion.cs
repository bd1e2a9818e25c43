using Cybernetes.Api.Machinery;
using CoreEvent = Cybernetes.Api.CoreV1.Event;
using CoreSeries = Cybernetes.Api.CoreV1.EventSeries;
using NewEvent = Cybernetes.Api.EventsV1.Event;
using NewSeries = Cybernetes.Api.EventsV1.EventSeries;

namespace Cybernetes.ApiServer.Resources;

/// <summary>Events of core and of events.k8s.io are the same objects under other names.</summary>
internal static class EventConversion
{
    public static void Register()
    {
        Conversion.Register<CoreEvent, NewEvent>(ToNew);
        Conversion.Register<NewEvent, CoreEvent>(ToCore);
    }

    private static NewEvent ToNew(CoreEvent e) => new()
    {
        Metadata = e.Metadata,
        EventTime = e.EventTime,
        Series = e.Series is { } series ? new NewSeries { Count = series.Count, LastObservedTime = series.LastObservedTime } : null,
        ReportingController = e.ReportingComponent,
        ReportingInstance = e.ReportingInstance,
        Action = e.Action,
        Reason = e.Reason,
        Regarding = e.InvolvedObject,
        Related = e.Related,
        Note = e.Message,
        Type = e.Type,
        DeprecatedSource = e.Source,
        DeprecatedFirstTimestamp = e.FirstTimestamp,
        DeprecatedLastTimestamp = e.LastTimestamp,
        DeprecatedCount = e.Count,
    };

    private static CoreEvent ToCore(NewEvent e) => new()
    {
        Metadata = e.Metadata,
        EventTime = e.EventTime,
        Series = e.Series is { } series ? new CoreSeries { Count = series.Count, LastObservedTime = series.LastObservedTime } : null,
        ReportingComponent = e.ReportingController,
        ReportingInstance = e.ReportingInstance,
        Action = e.Action,
        Reason = e.Reason,
        InvolvedObject = e.Regarding,
        Related = e.Related,
        Message = e.Note,
        Type = e.Type,
        Source = e.DeprecatedSource,
        FirstTimestamp = e.DeprecatedFirstTimestamp,
        LastTimestamp = e.DeprecatedLastTimestamp,
        Count = e.DeprecatedCount,
    };
}
