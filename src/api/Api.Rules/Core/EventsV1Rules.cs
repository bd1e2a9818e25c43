using Cybernetes.Api.EventsV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Events of the group <c>events.k8s.io</c>. Messages name the fields as the core group does.</summary>
internal sealed class EventsV1Rules : KindRules<Event>
{
    private const string Unset = "needs to be unset";

    public override bool AllowCreateOnUpdate => true;

    protected override string GroupInMessages => "";

    protected override void Validate(Event obj, ErrorList errors)
    {
        var core = EventConversion.ToCore(obj);
        EventRules.Legacy(core, "reportingController", errors);
        ValidateMeta(obj, errors);
        Series(obj.Series, errors);
        if (obj.EventTime.IsZero)
        {
            errors.Required(FieldPath.Of("eventTime"));
        }

        if (obj.Type is not ("Normal" or "Warning"))
        {
            errors.Invalid(FieldPath.Of("type"), "", $"has invalid value: {obj.Type}");
        }

        void No(bool unset, string field)
        {
            if (!unset)
            {
                errors.Invalid(FieldPath.Of(field), "", Unset);
            }
        }

        No(core.FirstTimestamp.IsZero, "firstTimestamp");
        No(core.LastTimestamp.IsZero, "lastTimestamp");
        No(core.Count == 0, "count");
        No(core.Source is { Component: "", Host: "" }, "source");
    }

    protected override void ValidateUpdate(Event obj, Event old, ErrorList errors)
    {
        ValidateMetaUpdate(obj, old, errors);
        if (obj.Series != old.Series)
        {
            Series(obj.Series, errors);
        }

        var (now, before) = (EventConversion.ToCore(obj), EventConversion.ToCore(old));
        EventRules.Legacy(now, "reportingController", errors);
        Check.Unchanged(now.InvolvedObject, before.InvolvedObject, FieldPath.Of("involvedObject"), errors, GoDump.Of);
        Check.Unchanged(now.Reason, before.Reason, FieldPath.Of("reason"), errors, value => value);
        Check.Unchanged(now.Message, before.Message, FieldPath.Of("message"), errors, value => value);
        Check.Unchanged(now.Source, before.Source, FieldPath.Of("source"), errors, GoDump.Of);
        Check.Unchanged(now.FirstTimestamp, before.FirstTimestamp, FieldPath.Of("firstTimestamp"), errors, value => value.IsZero ? FieldValue.Null : value.ToString());
        Check.Unchanged(now.LastTimestamp, before.LastTimestamp, FieldPath.Of("lastTimestamp"), errors, value => value.IsZero ? FieldValue.Null : value.ToString());
        Check.Unchanged(now.Count, before.Count, FieldPath.Of("count"), errors, value => (long)value);
        Check.Unchanged(now.Type, before.Type, FieldPath.Of("type"), errors, value => value);
        Check.Unchanged(now.EventTime, before.EventTime, FieldPath.Of("eventTime"), errors, value => value.IsZero ? FieldValue.Null : value.ToString());
        Check.Unchanged(now.Action, before.Action, FieldPath.Of("action"), errors, value => value);
        Check.Unchanged(now.Related, before.Related, FieldPath.Of("related"), errors, GoDump.Of);
        Check.Unchanged(now.ReportingComponent, before.ReportingComponent, FieldPath.Of("reportingController"), errors, value => value);
        Check.Unchanged(now.ReportingInstance, before.ReportingInstance, FieldPath.Of("reportingInstance"), errors, value => value);
    }

    private static void Series(EventSeries? series, ErrorList errors)
    {
        if (series is null)
        {
            return;
        }

        if (series.Count < 2)
        {
            errors.Invalid(FieldPath.Of("series", "count"), "", "should be at least 2");
        }

        if (series.LastObservedTime.IsZero)
        {
            errors.Required(FieldPath.Of("series", "lastObservedTime"));
        }
    }
}
