using Cybernetes.Api.AdmissionRegistrationV1;
using Cybernetes.Api.ApiExtensionsV1;
using Cybernetes.Api.ApiRegistrationV1;
using Cybernetes.Api.FlowControlV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.NodeV1;
using Cybernetes.Api.PolicyV1;
using Cybernetes.Api.SchedulingV1;

namespace Cybernetes.ApiServer.Printing.Kinds;

/// <summary>Policy, admission, flow control, scheduling and the API itself.</summary>
internal static class PolicyPrinters
{
    private const string Admission = "admissionregistration.k8s.io";

    public static IEnumerable<(GroupKind, TablePrinter)> All() => [.. Policies(), .. Admissions(), .. Flow()];

    private static IEnumerable<(GroupKind, TablePrinter)> Policies()
    {
        yield return (new("policy", "PodDisruptionBudget"), TablePrinter.Of<PodDisruptionBudget>("Name|Min Available|Max Unavailable|Allowed Disruptions:integer|Age", (b, now) =>
            [b.Metadata.Name, b.Spec.MinAvailable?.ToString() ?? "N/A", b.Spec.MaxUnavailable?.ToString() ?? "N/A", (long)b.Status.DisruptionsAllowed, Cells.Age(b, now)]));
        yield return (new("scheduling.k8s.io", "PriorityClass"), TablePrinter.Of<PriorityClass>("Name|Value:integer|Global-Default:boolean|Age|PreemptionPolicy", (c, now) =>
            [c.Metadata.Name, (long)c.Value, c.GlobalDefault, Cells.Age(c, now), c.PreemptionPolicy ?? ""]));
        yield return (new("node.k8s.io", "RuntimeClass"), TablePrinter.Of<RuntimeClass>("Name|Handler|Age", (c, now) => [c.Metadata.Name, c.Handler, Cells.Age(c, now)]));
        yield return (new("apiextensions.k8s.io", "CustomResourceDefinition"), TablePrinter.Of<CustomResourceDefinition>("Name|Created At:date", (d, _) => [d.Metadata.Name, Cells.Created(d)]));
        yield return (new("apiregistration.k8s.io", "APIService"), TablePrinter.Of<APIService>("Name|Service|Available|Age", (s, now) =>
            [s.Metadata.Name, s.Spec.Service is { } to ? $"{to.Namespace}/{to.Name}" : "Local", Available(s), Cells.Age(s, now)]));
    }

    private static IEnumerable<(GroupKind, TablePrinter)> Admissions()
    {
        yield return (new(Admission, "ValidatingWebhookConfiguration"), TablePrinter.Of<ValidatingWebhookConfiguration>("Name|Webhooks:integer|Age", (c, now) => [c.Metadata.Name, (long)c.Webhooks.Count, Cells.Age(c, now)]));
        yield return (new(Admission, "MutatingWebhookConfiguration"), TablePrinter.Of<MutatingWebhookConfiguration>("Name|Webhooks:integer|Age", (c, now) => [c.Metadata.Name, (long)c.Webhooks.Count, Cells.Age(c, now)]));
        yield return (new(Admission, "ValidatingAdmissionPolicy"), TablePrinter.Of<ValidatingAdmissionPolicy>("Name|Validations:integer|ParamKind|Age", (p, now) =>
            [p.Metadata.Name, (long)p.Spec.Validations.Count, Param(p.Spec.ParamKind), Cells.Age(p, now)]));
        yield return (new(Admission, "MutatingAdmissionPolicy"), TablePrinter.Of<MutatingAdmissionPolicy>("Name|Mutations:integer|ParamKind|Age", (p, now) =>
            [p.Metadata.Name, (long)p.Spec.Mutations.Count, Param(p.Spec.ParamKind), Cells.Age(p, now)]));
        yield return (new(Admission, "ValidatingAdmissionPolicyBinding"), TablePrinter.Of<ValidatingAdmissionPolicyBinding>("Name|PolicyName|ParamRef|Age", (b, now) =>
            [b.Metadata.Name, b.Spec.PolicyName, Param(b.Spec.ParamRef), Cells.Age(b, now)]));
        yield return (new(Admission, "MutatingAdmissionPolicyBinding"), TablePrinter.Of<MutatingAdmissionPolicyBinding>("Name|PolicyName|ParamRef|Age", (b, now) =>
            [b.Metadata.Name, b.Spec.PolicyName, Param(b.Spec.ParamRef), Cells.Age(b, now)]));
    }

    private static IEnumerable<(GroupKind, TablePrinter)> Flow()
    {
        const string Group = "flowcontrol.apiserver.k8s.io";
        yield return (new(Group, "FlowSchema"), TablePrinter.Of<FlowSchema>("Name|PriorityLevel|MatchingPrecedence|DistinguisherMethod|Age|MissingPL", (s, now) =>
        {
            var dangling = s.Status.Conditions.FirstOrDefault(condition => condition.Type == "Dangling");
            return
            [
                s.Metadata.Name, s.Spec.PriorityLevelConfiguration.Name, (long)s.Spec.MatchingPrecedence, s.Spec.DistinguisherMethod?.Type ?? Cells.None, Cells.Age(s, now), dangling?.Status ?? "?",
            ];
        }));
        yield return (new(Group, "PriorityLevelConfiguration"), TablePrinter.Of<PriorityLevelConfiguration>("Name|Type|NominalConcurrencyShares|Queues|HandSize|QueueLengthLimit|Age", (l, now) =>
        {
            Value none = Cells.None;
            var queuing = l.Spec.Limited?.LimitResponse.Queuing;
            Value shares = l.Spec.Limited is { } limited ? limited.NominalConcurrencyShares is { } given ? (long)given : none : none;
            return
            [
                l.Metadata.Name, l.Spec.Type, shares, queuing is null ? none : (long)queuing.Queues, queuing is null ? none : (long)queuing.HandSize,
                queuing is null ? none : (long)queuing.QueueLengthLimit, Cells.Age(l, now),
            ];
        }));
    }

    private static string Available(APIService service)
    {
        if (service.Status.Conditions.FirstOrDefault(condition => condition.Type == "Available") is not { } condition)
        {
            return "Unknown";
        }

        return condition.Status == "True" ? "True" : $"{condition.Status} ({condition.Reason})";
    }

    private static string Param(ParamKind? kind) => kind is null ? Cells.Unset : kind.ApiVersion.Length > 0 ? $"{kind.ApiVersion}/{kind.Kind}" : kind.Kind;

    private static string Param(ParamRef? reference) => reference is null ? Cells.Unset
        : reference.Name.Length > 0 ? reference.Namespace.Length > 0 ? $"{reference.Namespace}/{reference.Name}" : $"*/{reference.Name}"
        : reference.Selector is { } selector ? Cells.Selector(selector) : Cells.Unset;
}
