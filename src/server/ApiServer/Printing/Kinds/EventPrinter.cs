using Cybernetes.Api;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.ApiServer.Printing.Kinds;

/// <summary>Events, which old and new clients fill differently.</summary>
internal sealed class EventPrinter : TablePrinter
{
    private static readonly Column[] _columns = Parse("Last Seen|Type|Reason|Object|Subobject*|Source*|Message|First Seen*|Count*|Name*");

    public override IReadOnlyList<Column> Columns => _columns;

    public override Value[] Row(IObject value, DateTimeOffset now)
    {
        var e = (Event)value;
        var first = e.FirstTimestamp.IsZero ? Cells.Since(e.EventTime, now) : Cells.Since(e.FirstTimestamp, now);
        var last = e.LastTimestamp.IsZero ? first : Cells.Since(e.LastTimestamp, now);
        var count = (long)e.Count;
        if (e.Series is { } series)
        {
            last = Cells.Since(series.LastObservedTime, now);
            count = series.Count;
        }
        else if (count == 0)
        {
            count = 1;
        }

        var target = e.InvolvedObject.Name.Length > 0 ? $"{e.InvolvedObject.Kind.ToLowerInvariant()}/{e.InvolvedObject.Name}" : e.InvolvedObject.Kind.ToLowerInvariant();
        return [last, e.Type, e.Reason, target, e.InvolvedObject.FieldPath, Source(e), e.Message.Trim(), first, count, e.Metadata.Name];
    }

    private static string Source(Event e)
    {
        var component = e.Source.Component.Length > 0 ? e.Source.Component : e.ReportingComponent;
        var host = e.Source.Host.Length > 0 ? e.Source.Host : e.ReportingInstance;
        return host.Length > 0 ? $"{component}, {host}" : component;
    }
}
