using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Events of the core group.</summary>
internal sealed class EventRules : KindRules<Event>
{
    public override bool AllowCreateOnUpdate => true;

    protected override void Validate(Event obj, ErrorList errors) => Legacy(obj, "reportingComponent", errors);

    protected override void ValidateUpdate(Event obj, Event old, ErrorList errors)
    {
        ValidateMetaUpdate(obj, old, errors);
        Validate(obj, errors);
    }

    /// <summary>What holds for events of both groups.</summary>
    public static void Legacy(Event obj, string controller, ErrorList errors)
    {
        var (own, about) = (obj.Metadata.Namespace, obj.InvolvedObject.Namespace);
        var fits = obj.EventTime.IsZero
            ? about.Length == 0 ? own is "" or "default" : own == about
            : about.Length > 0 || own is "default" or "kube-system";
        if (!fits)
        {
            errors.Invalid(FieldPath.Of("involvedObject", "namespace"), about, "does not match event.namespace");
        }

        if (!obj.EventTime.IsZero)
        {
            Check.Required(obj.ReportingComponent, FieldPath.Of(controller), errors);
            Check.QualifiedName(obj.ReportingComponent, FieldPath.Of(controller), errors);
            Check.Required(obj.ReportingInstance, FieldPath.Of("reportingInstance"), errors);
            Short(obj.ReportingInstance, 128, "repotingIntance", errors);
            Check.Required(obj.Action, FieldPath.Of("action"), errors);
            Short(obj.Action, 128, "action", errors);
            Check.Required(obj.Reason, FieldPath.Of("reason"), errors);
            Short(obj.Reason, 128, "reason", errors);
            Short(obj.Message, 1024, "message", errors);
        }

        errors.Invalid(FieldPath.Of("namespace"), own, Names.Dns1123Subdomain(own));
    }

    private static void Short(string text, int length, string field, ErrorList errors)
    {
        if (text.Utf8Length() > length)
        {
            errors.Invalid(FieldPath.Of(field), "", $"can have at most {length} characters");
        }
    }
}
